// English-looking prose of any length, with the Markdown that a letter about software has.
import { createRandom } from './random.js';

/**
 * Writes prose; the same seed gives the same text.
 *
 * @param {number} seed
 */
export function createWriter(seed) {
  const random = createRandom(seed);
  const between = (low, high) => low + Math.floor(random() * (high - low + 1));
  const word = () => WORDS[between(0, WORDS.length - 1)];
  const words = (count) => Array.from({ length: count }, word);

  /** A title without a full stop, such as "Letters about the small machine". */
  const title = (count) => capitalise(words(count).join(' '));

  const url = () =>
    `https://${word()}${word()}.example/${between(2015, 2026)}/${words(3).join('-')}`;

  const sentence = (count) => {
    const text = words(count);
    if (count > 9) text[between(3, count - 4)] += random() < 0.15 ? ' --' : ',';
    if (random() < 0.25) text[between(1, count - 2)] = CONTRACTIONS[between(0, 4)];
    if (random() < 0.1) text[0] = `"${text[0]}"`;
    return `${capitalise(text.join(' '))}.`;
  };

  /** Sentences of 8 to 16 words, as many as make up the count. */
  const sentences = (count) => {
    const list = [];
    for (let left = count; left > 0;) {
      const length = left < 24 ? left : between(8, 16);
      list.push(sentence(length));
      left -= length;
    }
    return list.join(' ');
  };

  /** A paragraph with links, wrapped as in an author's file. */
  const paragraph = (count, links = 0) => {
    const text = sentences(count).split(' ');
    for (let link = 0; link < links; link++) {
      const at = Math.floor(((link + 0.5) * text.length) / links);
      text[at] = `[${bare(text[at])}](${url()})`;
    }
    if (random() < 0.3) decorate(text, between(1, 3), '*');
    if (random() < 0.2) decorate(text, text.length - between(2, 4), '`');
    return wrap(text);
  };

  return { between, word, title, url, sentence, paragraph };
}

// --- internal ---

function capitalise(text) {
  return text.replace(/[a-z]/, (letter) => letter.toUpperCase());
}

function decorate(words, at, sign) {
  if (/^[a-z]+$/.test(words[at])) words[at] = sign + words[at] + sign;
}

/** A word without what would end a link's text oddly. */
function bare(word) {
  return word.replace(/[^A-Za-z']/g, '');
}

function wrap(words, width = 96) {
  const lines = [''];
  for (const word of words) {
    const line = lines.at(-1);
    if (line === '') lines[lines.length - 1] = word;
    else if (line.length + 1 + word.length <= width) lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return lines.join('\n');
}

const CONTRACTIONS = ["don't", "isn't", "that's", "I'd", "wasn't"];

const WORDS =
  `about after again along always another answer around because before begin behind better
between book branch bridge bright build button call carry change check clear clock close code column
compile copy corner course cover craft curious daily data decide deep detail different direct door
double draw drive early easy edge editor empty engine enough entry error even evening every example
expect fail fast feature field file find first folder follow form forward found frame free fresh
friend front future garden gentle give glass good grain great green ground group grow habit half
hand happen hard head hear heavy here hidden history hold home honest hour house idea inside issue
keep kernel kind known language large late later layer learn leave left length lesson letter level
library light line list little local long look machine make manual many margin mark matter maybe
mean measure memory merge message middle might mind minute mirror model month more morning most move
much name narrow near never next night north note number object offer often once only open order
other outside over page paper parser part past path pattern people perhaps piece place plain plan
point power print process program promise proof public query question quick quiet rather reach read
reader ready real reason record release repair reply report rest result return review right river
room round rule save scale screen search season second section seem send server set seven shape
share shelf ship short side sign silent simple since size slow small smart softly solid some source
space speed spring stack stand start state stay steady step still stone store story stream street
strong study such summer sure system table take tale talk taste team test text thing think thread
time tiny together tool touch town trace trade train tree trust try turn type under until update
useful value version view visit voice wait walk wall watch water week well west while whole wide
window winter wire with without wonder word work world write year young`
    .split(/\s+/)
    .filter((word) => word !== '');
