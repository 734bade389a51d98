import { parse } from '@babel/parser';
import type { TypeScriptModule } from './typescript-ast.ts';

/** Parses a file of code; null for one of another format, or that can't be parsed. */
export function parseTypeScript(file: string, text: string): TypeScriptModule | null {
  if (!/\.[cm]?[jt]sx?$/.test(file)) return null;
  try {
    const { program } = parse(text, {
      sourceType: 'module',
      errorRecovery: true,
      plugins: file.endsWith('x') ? ['typescript', 'jsx'] : ['typescript'],
    });
    return { file, text, program };
  } catch {
    return null;
  }
}
