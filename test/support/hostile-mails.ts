/** Raw messages as someone else might put them into the outbox by hand, and what each is about. */
export interface HostileMail {
  readonly slug: string;
  readonly message: string;
}

/** The name that a file in the outbox needs to be listed. */
export function outboxName(slug: string, minute = 0): string {
  return `20261122T21${String(minute).padStart(2, '0')}11123Z-${slug}-ada@example.com.eml`;
}

/** A message of these headers and lines. */
export function rawMail(...lines: readonly string[]): string {
  return lines.join('\r\n');
}

/** A message that is one HTML part. */
export function htmlMail(html: string, ...headers: readonly string[]): string {
  return rawMail(
    'From: evil@example.org',
    'To: ada@example.com',
    'Subject: Hostile',
    'MIME-Version: 1.0',
    'Content-Type: text/html; charset=utf-8',
    ...headers,
    '',
    html,
  );
}

/** HTML that tries to run, to load and to lead away; each would ask for an address of its name. */
export const hostileHtml = `<!-- <head> --><base href="https://elsewhere.example/" target="_self">
<meta http-equiv="refresh" content="0;url=https://elsewhere.example/by-refresh">
<script src="/by-script.js"></script><script>fetch('/by-inline-script')</script>
<link rel="stylesheet" href="/by-link.css"><link rel="prefetch" href="/by-prefetch">
<style>@import "/by-import.css"; body{background:url(/by-background);background-image:url(https://elsewhere.example/by-css)}</style>
<body onload="fetch('/by-onload')"><p id="here">text</p>
<img src="x" onerror="fetch('/by-onerror')"><svg onload="fetch('/by-svg')"><a xlink:href="javascript:fetch('/by-svg-link')"><text y="20">svg</text></a></svg>
<img src="/events"><img src="/api/state"><img src="https://elsewhere.example/pixel.gif"><img srcset="https://elsewhere.example/srcset.png 1x">
<img src="cid:../../../../etc/passwd"><img src="cid:%2e%2e%2f%2e%2e%2fapi%2fstate"><img src="cid:&quot;onerror=fetch('/by-cid')">
<iframe src="/by-frame"></iframe><iframe srcdoc="<script>fetch('/by-srcdoc')</script>"></iframe>
<object data="/by-object"></object><embed src="/by-embed"><video src="/by-video" autoplay></video><audio src="/by-audio"></audio>
<form action="/api/send/2026-11" method="post"><input name="body"><button id="send">x</button></form>
<img name="body"><img name="documentElement"><form name="URL"></form><form name="readyState"></form><form name="querySelectorAll"><input name="style"><input name="children"></form>
<a id="js" href="javascript:fetch('/by-javascript')">js</a>
<a id="top" href="https://elsewhere.example/top" target="_top">top</a>
<a id="self" href="https://elsewhere.example/self" target="_self">self</a></body>`;

/** Each must be listed, shown and harmless. */
export const hostileMails: readonly HostileMail[] = [
  { slug: 'markup', message: htmlMail(hostileHtml) },
  {
    slug: 'headers',
    message: rawMail(
      'From: "<script>fetch(\'/by-from\')</script>" <evil@example.org>',
      "To: <img src=x onerror=fetch('/by-to')>",
      'Subject: =?utf-8?Q?=3Cimg_src=3Dx_onerror=3Dfetch=28=27/by-subject=27=29=3E_=E2=80=AEgpj?=',
      'X-Long: ' + 'x'.repeat(100_000),
      'Content-Type: text/plain',
      '',
      '<script>fetch("/by-text")</script> https://example.com/"onmouseover="x javascript:alert(1)',
    ),
  },
  {
    slug: 'parts',
    message: rawMail(
      'Subject: Parts',
      'Content-Type: multipart/mixed; boundary=a',
      '',
      '--a',
      'Content-Type: multipart/related; boundary=b',
      '',
      '--b',
      'Content-Type: text/html; charset=utf-7',
      '',
      '<img alt="own" src="cid:../../pic"><img alt="svg" src="cid:svg"><img alt="page" src="cid:page">+ADw-script+AD4-',
      '--b',
      'Content-Type: image/png',
      'Content-ID: <../../pic>',
      'Content-Transfer-Encoding: base64',
      '',
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      '--b',
      'Content-Type: image/svg+xml',
      'Content-ID: <svg>',
      '',
      '<svg xmlns="http://www.w3.org/2000/svg" onload="fetch(\'/by-svg-part\')"/>',
      '--b',
      'Content-Type: text/html; name="../../../../evil.html"',
      'Content-Disposition: attachment',
      'Content-ID: <page>',
      '',
      "<script>fetch('/by-attachment')</script>",
      '--b--',
      '--a',
      "Content-Type: application/x-msdownload; name*=utf-8''invoice%E2%80%AEfdp.exe%0d%0aSet-Cookie:%20a=b",
      'Content-Disposition: attachment',
      '',
      'MZ',
      '--a',
      'Content-Type: message/rfc822',
      '',
      'Content-Type: text/html',
      '',
      "<script>fetch('/by-inner')</script>",
      '--a--',
    ),
  },
  { slug: 'nested', message: nest(200) },
  { slug: 'empty', message: '' },
  { slug: 'noise', message: '\0\xff\xfe--\r\n\r\n--\0Content-Type: text/html\n\n' },
  {
    slug: 'styles',
    message: htmlMail(
      '<style><style '.repeat(20_000) + '(/**//**/'.repeat(20_000) + '<meta name '.repeat(20_000),
    ),
  },
  {
    slug: 'comments',
    message: htmlMail(`<style>@media (${'/**/'.repeat(30_000)}</style>${'src = '.repeat(50_000)}`),
  },
];

// --- internal ---

function nest(depth: number): string {
  let message = "Content-Type: text/html\r\n\r\n<script>fetch('/by-nested')</script>";
  for (let at = 0; at < depth; at++) {
    message = `Content-Type: multipart/mixed; boundary=b${at}\r\n\r\n--b${at}\r\n${message}\r\n--b${at}--`;
  }
  return message;
}
