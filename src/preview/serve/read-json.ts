/** The body of a POST, or why it is refused. */
export type ReadJson =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly status: 400 | 413; readonly message: string };

/** Reads a body of at most 64 KB as JSON; an empty one is null. */
export async function readJson(request: Request): Promise<ReadJson> {
  const text = await readText(request);
  if (text === null)
    return { ok: false, status: 413, message: 'This is more than anyone asks for.' };
  if (text === '') return { ok: true, value: null };
  try {
    return { ok: true, value: JSON.parse(text) as unknown };
  } catch {
    return { ok: false, status: 400, message: 'This is no JSON.' };
  }
}

// --- internal ---

const MAX_BYTES = 64 * 1024;

/** Null for a body that is too large, of which no more is read. */
async function readText(request: Request): Promise<string | null> {
  if (Number(request.headers.get('content-length') ?? 0) > MAX_BYTES) return null;
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of request.body ?? []) {
    const bytes = chunk as Uint8Array;
    length += bytes.length;
    if (length > MAX_BYTES) return null;
    chunks.push(bytes);
  }
  return Buffer.concat(chunks).toString('utf8');
}
