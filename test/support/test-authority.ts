import { makeCertificate, type Certificate } from './make-certificate.ts';

/** An authority for one test run, and what it signs. */
export interface TestAuthority {
  /** PEM, for `SmtpServer.ca`. */
  readonly ca: string;
  issue(options?: {
    readonly hosts?: readonly string[];
    readonly validFrom?: Date;
    readonly validTo?: Date;
  }): Certificate;
}

/** Makes an authority; its certificates are for 127.0.0.1 and localhost unless told otherwise. */
export function makeAuthority(): TestAuthority {
  const name = 'Galley test authority';
  const authority = makeCertificate({ name });
  return {
    ca: authority.cert,
    issue: ({ hosts = ['127.0.0.1', 'localhost'], ...validity } = {}) =>
      makeCertificate({
        name: hosts[0] ?? 'server',
        hosts,
        ...validity,
        issuer: { name, key: authority.key },
      }),
  };
}
