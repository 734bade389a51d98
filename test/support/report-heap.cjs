/*
 * Loaded into the process of a preview (`NODE_OPTIONS=--require`): on SIGUSR2 it tells, on stderr,
 * how much memory is in use after all that can be freed was.
 */
const { setFlagsFromString } = require('node:v8');
const { runInNewContext } = require('node:vm');

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc');
let reports = 0;
process.on('SIGUSR2', () => {
  collect();
  const { heapUsed, external } = process.memoryUsage();
  process.stderr.write(`heap ${++reports}: ${heapUsed + external}\n`);
});
