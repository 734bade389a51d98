import { readText } from './read-server.ts';

/** Asks for the text at an address as it is at a stamp. */
export type FollowText = (address: string, stamp: string) => void;

export interface FollowOptions {
  readonly read?: (address: string) => Promise<string>;
  /** What is shown already. */
  readonly known?: { readonly address: string; readonly stamp: string } | null;
}

/**
 * Reads an address again each time that its stamp changes, and draws what is new. An answer that
 * a later one overtook is dropped. While the server is away nothing happens: it is asked again
 * when it is back.
 */
export function followText(
  draw: (text: string, address: string) => void,
  { read = readText, known = null }: FollowOptions = {},
): FollowText {
  let asked = 0;
  let answered = 0;
  let current = known === null ? '' : `${known.address} ${known.stamp}`;
  let drawn: string | null = null;
  return (address, stamp) => {
    const wanted = `${address} ${stamp}`;
    if (wanted === current) return;
    current = wanted;
    const turn = ++asked;
    const take = (text: string) => {
      if (turn < answered) return;
      answered = turn;
      const found = `${address} ${text}`;
      if (found === drawn) return;
      drawn = found;
      draw(text, address);
    };
    const giveUp = () => {
      if (current === wanted) current = '';
    };
    read(address).then(take, giveUp);
  };
}
