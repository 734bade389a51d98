import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, chown, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { findClosedPort } from '../support/local-port.ts';
import { makeAuthority } from '../support/test-authority.ts';
import { postfixPaths } from './ensure-postfix.ts';

/** A Postfix of the test's own, on 127.0.0.1, with all it has in one temporary folder. */
export interface PrivatePostfix {
  readonly port: number;
  /** PEM of the authority that signed its certificate. */
  readonly ca: string;
  /** Takes the mail for `inbox.example`: a Maildir. */
  readonly maildir: string;
  readLog(): Promise<string>;
  stop(): Promise<void>;
}

/**
 * Starts Postfix with STARTTLS required. Mail for `inbox.example` goes to a Maildir; mail for
 * `relay.example` on by SMTP to `relayPort`. The machine's own Postfix, if it runs, is not touched.
 */
export async function startPostfix(relayPort: number): Promise<PrivatePostfix> {
  const folder = await mkdtemp(join(tmpdir(), 'galley-postfix-'));
  // The daemons that drop root's rights must get to their own folders.
  await chmod(folder, 0o755);
  const at = (name: string) => join(folder, name);
  const port = await findClosedPort();
  const authority = makeAuthority();
  const certificate = authority.issue();
  const { uid, gid } = await findUser('postfix');
  for (const name of ['conf', 'queue', 'data', 'mail']) await mkdir(at(name));
  for (const name of ['data', 'mail']) await chown(at(name), uid, gid);
  await writeFile(at('cert.pem'), certificate.cert);
  await writeFile(at('key.pem'), certificate.key, { mode: 0o600 });
  await writeFile(at('conf/main.cf'), mainConfig(at, { uid, gid }, relayPort));
  await writeFile(at('conf/master.cf'), masterConfig(port));
  const env = { ...process.env, MAIL_CONFIG: at('conf') };
  // Makes the folders of the queue.
  await run(`${postfixPaths.commands}/postfix`, ['-c', at('conf'), 'check'], { env });
  const master = spawn(`${postfixPaths.daemons}/master`, ['-c', at('conf'), '-d'], {
    env,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let complaint = '';
  master.stderr.setEncoding('utf8').on('data', (chunk: string) => (complaint += chunk));
  const ended = once(master, 'close');
  const readLog = () => readFile(at('maillog'), 'utf8').catch(() => '');
  const postfix: PrivatePostfix = {
    port,
    ca: authority.ca,
    maildir: at('mail/inbox'),
    readLog,
    async stop() {
      master.kill('SIGTERM');
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
  const began = await Promise.race([answers(port), ended.then(() => false)]);
  if (began) return postfix;
  const log = await readLog();
  await postfix.stop();
  throw new Error(`Postfix did not start.\n${complaint}\n${log}`);
}

// --- internal ---

const run = promisify(execFile);

async function findUser(name: string): Promise<{ uid: number; gid: number }> {
  const users = await readFile('/etc/passwd', 'utf8');
  const [, , uid, gid] =
    users
      .split('\n')
      .find((line) => line.startsWith(`${name}:`))
      ?.split(':') ?? [];
  if (uid === undefined || gid === undefined) throw new Error(`There is no user ${name}.`);
  return { uid: Number(uid), gid: Number(gid) };
}

function mainConfig(
  at: (name: string) => string,
  { uid, gid }: { uid: number; gid: number },
  relayPort: number,
): string {
  return `compatibility_level = 3.6
queue_directory = ${at('queue')}
data_directory = ${at('data')}
daemon_directory = ${postfixPaths.daemons}
command_directory = ${postfixPaths.commands}
shlib_directory = ${postfixPaths.libraries}
mail_owner = postfix
setgid_group = postdrop
maillog_file = ${at('maillog')}
maillog_file_prefixes = ${at('maillog')}
multi_instance_wrapper =
multi_instance_enable = no
myhostname = mx.galley.example
mydestination =
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
mynetworks = 127.0.0.1/32
disable_dns_lookups = yes
biff = no
alias_maps =
alias_database =
smtpd_peername_lookup = no
smtpd_relay_restrictions = permit_mynetworks, reject
smtpd_tls_security_level = encrypt
smtpd_tls_cert_file = ${at('cert.pem')}
smtpd_tls_key_file = ${at('key.pem')}
virtual_mailbox_domains = inbox.example
virtual_mailbox_base = ${at('mail')}
virtual_mailbox_maps = static:inbox/
virtual_minimum_uid = 1
virtual_uid_maps = static:${uid}
virtual_gid_maps = static:${gid}
relay_domains = relay.example
transport_maps = inline:{ {relay.example=smtp:[127.0.0.1]:${relayPort}} }
`;
}

function masterConfig(port: number): string {
  return `127.0.0.1:${port} inet n - n - - smtpd
pickup unix n - n 60 1 pickup
cleanup unix n - n - 0 cleanup
qmgr unix n - n 300 1 qmgr
tlsmgr unix - - n 1000? 1 tlsmgr
rewrite unix - - n - - trivial-rewrite
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
trace unix - - n - 0 bounce
verify unix - - n - 1 verify
flush unix n - n 1000? 0 flush
proxymap unix - - n - - proxymap
smtp unix - - n - - smtp
relay unix - - n - - smtp
error unix - - n - - error
retry unix - - n - - error
virtual unix - n n - - virtual
anvil unix - - n - 1 anvil
scache unix - - n - 1 scache
postlog unix-dgram n - n - 1 postlogd
`;
}

/** True once something greets at the port. */
async function answers(port: number): Promise<boolean> {
  for (let tries = 0; tries < 200; tries++) {
    const socket = connect(port, '127.0.0.1');
    const greeted = await Promise.race([
      once(socket, 'data').then(
        () => true,
        () => false,
      ),
      once(socket, 'close').then(
        () => false,
        () => false,
      ),
    ]);
    socket.destroy();
    if (greeted) return true;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return false;
}
