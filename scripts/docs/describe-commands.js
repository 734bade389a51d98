import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const bin = fileURLToPath(new URL('../../dist/bin.js', import.meta.url));

/** The reference of the command line: what the built command says of itself with --help. */
export async function describeCommands() {
  const overview = await help();
  const [, list = ''] = /^Commands:\n([^]*?)\n\n/m.exec(overview) ?? [];
  const names = [...list.matchAll(/^ {2}(\w+)/gm)].map(([, name]) => name);
  const commands = names.filter((name) => name !== 'help');
  if (commands.length === 0) throw new Error('galley --help lists no command.');
  const texts = await Promise.all(commands.map((name) => help(name)));
  return [
    '<!-- Made by `npm run docs` from `galley --help`: change it in src/cli. -->',
    '# The command line',
    fence(overview),
    ...commands.flatMap((name, index) => [`## galley ${name}`, fence(texts[index])]),
  ].join('\n\n');
}

// --- internal ---

/** Without a terminal, whose width would break the lines elsewhere. */
async function help(...command) {
  const { stdout } = await promisify(execFile)(process.execPath, [bin, ...command, '--help']);
  return stdout;
}

function fence(text) {
  return `\`\`\`text\n${text.trimEnd()}\n\`\`\``;
}
