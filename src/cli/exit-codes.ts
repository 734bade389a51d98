/** What a command's exit code says; scripts rely on these. */
export const exitCodes = {
  done: 0,
  contentErrors: 1,
  usage: 2,
  deliveryFailed: 3,
  interrupted: 130,
} as const;
