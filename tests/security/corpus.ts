/** Texts that have become markup or script somewhere; each one is harmless as long as it stays a text. */
export const MARKUP_CORPUS: readonly string[] = [
  '<script>alert(1)</script>', '</script><script>alert(1)</script>', '<img src=x onerror=alert(1)>', '"><svg onload=alert(1)>', "'><svg/onload=alert(1)>", '<a href="javascript:alert(1)">x</a>',
  '" autofocus onfocus="alert(1)', "' onmouseover='alert(1)", '`${alert(1)}`', '{{constructor.constructor("alert(1)")()}}', '<iframe srcdoc="<script>alert(1)</script>">', '<math><mtext></p><img src=x onerror=alert(1)>',
  '<!--<img src="--><img src=x onerror=alert(1)//">', '<style>@import "//evil.example"</style>', '<base href="//evil.example/">', '<meta http-equiv="refresh" content="0;url=//evil.example">', '<form action="//evil.example"><input name=a>',
  '&lt;script&gt;alert(1)&lt;/script&gt;', '&#60;script&#62;', '<scr\u0000ipt>alert(1)</scr\u0000ipt>', '<SCRIPT\n>alert(1)</SCRIPT\n>', '<x onclick=alert(1)>', ']]><script>alert(1)</script>', '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>&b;',
  '<title></title><script>alert(1)</script>', '<textarea></textarea><img src=x onerror=alert(1)>', '\u2028<b>', '<b\u3000onclick=alert(1)>', '＜script＞alert(1)＜/script＞', '$& $1 $` $\' <b>', '#link("javascript:alert(1)")', '\\input{/etc/passwd}',
]

/** Texts that have become a line or a field of their own in a mail, a log or a header. */
export const LINE_CORPUS: readonly string[] = [
  'a\r\nBcc: evil@example.org', 'a\nBcc: evil@example.org', 'a\rBcc: evil@example.org', 'a\r\n\r\nanother body', 'a\r\n.\r\nMAIL FROM:<evil@example.org>', 'a\u0085Bcc: evil@example.org', 'a\u2028Bcc: evil@example.org', 'a%0d%0aBcc: evil@example.org',
  'a\u0000b', '\u001b[31mred', 'a"b\\', '{"event":"forged"}',
]
