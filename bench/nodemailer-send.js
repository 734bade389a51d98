// Bare nodemailer: sends the bytes of a file as they are. Arguments: port, address, file.
import { readFileSync } from 'node:fs';
import { createTransport } from 'nodemailer';

const [port, address, file] = process.argv.slice(2);
const transport = createTransport({ host: '127.0.0.1', port: Number(port), ignoreTLS: true });
await transport.sendMail({ envelope: { from: address, to: address }, raw: readFileSync(file) });
