import type MimeNode from 'nodemailer/lib/mime-node';

/** Writes a part that holds no others: its header and its content, in lines that end with CRLF. */
export type WritePart = (node: MimeNode) => Uint8Array;

/**
 * The bytes of a message, the same that the tree's own `build()` gives, but at once: its streams
 * look at every byte several times and wait for the event loop between the parts, which takes longer
 * than all the rest of a message. `leaves` write the parts that aren't multipart, in their order.
 */
export function writeMessage(root: MimeNode, leaves: readonly WritePart[]): Buffer {
  const waiting = [...leaves];
  return Buffer.concat(writeNode(root));

  function writeNode(node: MimeNode): readonly Uint8Array[] {
    if (node.childNodes.length === 0) {
      const writeLeaf = waiting.shift();
      if (writeLeaf === undefined) throw new Error('The message has more parts than were given.');
      return [writeLeaf(node)];
    }
    // Building the header also settles the boundary.
    const header = writeHeader(node);
    const boundary = `--${String(node.boundary)}`;
    const parts = node.childNodes.flatMap((child, index) => [
      Buffer.from(`${index === 0 ? '' : '\r\n'}${boundary}\r\n`),
      ...writeNode(child),
    ]);
    return [header, ...parts, Buffer.from(`\r\n${boundary}--\r\n`)];
  }
}

/** A file in base64 (RFC 2045 section 6.8), in lines of 76, under the header of its node. */
export function writeFile(node: MimeNode, bytes: Uint8Array): Uint8Array {
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');
  const lines = content.replace(/.{76}(?=.)/g, '$&\r\n');
  return Buffer.concat([writeHeader(node), Buffer.from(lines, 'latin1')]);
}

// --- internal ---

function writeHeader(node: MimeNode): Buffer {
  return Buffer.from(`${node.buildHeaders()}\r\n\r\n`);
}
