import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

/** What `npm pack` made. */
export interface Packed {
  /** Absolute path of the tarball. */
  readonly tarball: string;
  /** In bytes. */
  readonly size: number;
  /** In bytes. */
  readonly unpackedSize: number;
  /** The paths in the package. */
  readonly files: readonly string[];
}

/** Packs what is built already. */
export async function packGalley(folder: string): Promise<Packed> {
  const repository = fileURLToPath(new URL('../..', import.meta.url));
  const args = ['pack', '--json', '--ignore-scripts', '--pack-destination', folder];
  const { stdout } = await promisify(execFile)('npm', args, { cwd: repository });
  const [packed] = JSON.parse(stdout) as [
    { filename: string; size: number; unpackedSize: number; files: { path: string }[] },
  ];
  const { filename, size, unpackedSize, files } = packed;
  return {
    tarball: join(folder, filename),
    size,
    unpackedSize,
    files: files.map(({ path }) => path),
  };
}
