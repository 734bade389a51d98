/*
 * `node peak-memory.cjs ARGS…` runs `node ARGS…` and prints the most memory that it held, in bytes.
 * It is a small process of its own because on Linux a child starts with the peak of its parent.
 */
const { spawnSync } = require('node:child_process');
const { writeSync } = require('node:fs');

if (require.main === module) {
  const args = ['--require', __filename, ...process.argv.slice(2)];
  const stdio = ['ignore', 'ignore', 'inherit', 'pipe'];
  const { status, output } = spawnSync(process.execPath, args, { stdio, encoding: 'utf8' });
  process.stdout.write(output[3]);
  process.exitCode = status ?? 1;
} else {
  // Loaded into the process that is measured.
  process.on('exit', () => writeSync(3, String(process.resourceUsage().maxRSS * 1024)));
}
