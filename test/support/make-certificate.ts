import {
  createPrivateKey,
  generateKeyPairSync,
  randomBytes,
  sign,
  type KeyObject,
} from 'node:crypto';
import { isIP } from 'node:net';

/** A certificate and its private key, both PEM. */
export interface Certificate {
  readonly cert: string;
  readonly key: string;
}

export interface CertificateOptions {
  /** The common name. */
  readonly name: string;
  /** Host names and IPv4 addresses it is valid for; none for an authority. */
  readonly hosts?: readonly string[];
  /** The authority that signs it; by itself if left out. */
  readonly issuer?: { readonly name: string; readonly key: string };
  readonly validFrom?: Date;
  readonly validTo?: Date;
}

/**
 * Makes an X.509 certificate (RFC 5280) with Node alone, since a machine need not have OpenSSL's
 * program: a P-256 key, signed with ECDSA and SHA-256.
 */
export function makeCertificate(options: CertificateOptions): Certificate {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const key = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  const issuer = options.issuer ?? { name: options.name, key };
  const content = sequence(
    tagged(0xa0, integer(Buffer.from([2]))),
    integer(Buffer.concat([Buffer.from([0x40]), randomBytes(8)])),
    ECDSA_WITH_SHA256,
    nameOf(issuer.name),
    sequence(
      time(options.validFrom ?? new Date(Date.now() - DAY)),
      time(options.validTo ?? new Date(Date.now() + DAY)),
    ),
    nameOf(options.name),
    publicKey.export({ type: 'spki', format: 'der' }),
    tagged(0xa3, sequence(...extensions(options.hosts ?? []))),
  );
  const certificate = sequence(
    content,
    ECDSA_WITH_SHA256,
    signed(content, createPrivateKey(issuer.key)),
  );
  return { cert: toPem(certificate), key };
}

// --- internal ---

const DAY = 24 * 60 * 60 * 1000;
const ECDSA_WITH_SHA256 = sequence(oid('2a8648ce3d040302'));

function extensions(hosts: readonly string[]): Buffer[] {
  const authority = hosts.length === 0;
  const constraints = authority ? sequence(tagged(0x01, Buffer.from([0xff]))) : sequence();
  const basic = sequence(oid('551d13'), tagged(0x01, Buffer.from([0xff])), octets(constraints));
  if (authority) return [basic];
  const names = hosts.map((host) =>
    isIP(host) === 4
      ? tagged(0x87, Buffer.from(host.split('.').map(Number)))
      : tagged(0x82, Buffer.from(host, 'latin1')),
  );
  return [basic, sequence(oid('551d11'), octets(sequence(...names)))];
}

function nameOf(commonName: string): Buffer {
  return sequence(tagged(0x31, sequence(oid('550403'), tagged(0x0c, Buffer.from(commonName)))));
}

function signed(content: Buffer, key: KeyObject): Buffer {
  return tagged(0x03, Buffer.concat([Buffer.from([0]), sign('sha256', content, key)]));
}

function time(date: Date): Buffer {
  const text = date.toISOString().replace(/[-:T]|\.\d+/g, '');
  return tagged(0x18, Buffer.from(text, 'latin1'));
}

function sequence(...parts: readonly Buffer[]): Buffer {
  return tagged(0x30, Buffer.concat(parts));
}

function octets(content: Buffer): Buffer {
  return tagged(0x04, content);
}

function integer(bytes: Buffer): Buffer {
  return tagged(0x02, bytes);
}

function oid(hex: string): Buffer {
  return tagged(0x06, Buffer.from(hex, 'hex'));
}

function tagged(tag: number, content: Buffer): Buffer {
  const { length } = content;
  const size =
    length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...size]), content]);
}

function toPem(der: Buffer): string {
  const lines = der.toString('base64').replace(/.{64}(?=.)/g, '$&\n');
  return `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`;
}
