const colours = ['#1868DB', '#6A9A23', '#AF59E1', '#C9372C', '#227D9B', '#B38600', '#5E6C84'];

/** A picture for an avatar address: a coloured disc that is the same for the same address. */
export function pictureFor(url: URL): Response | undefined {
  if (
    !url.host.endsWith('.atl-paas.net') &&
    url.host !== 'secure.gravatar.com' &&
    !url.pathname.startsWith('/wiki/aa-avatar/')
  )
    return undefined;
  const key = [...url.pathname].reduce((sum, char) => (sum * 31 + char.charCodeAt(0)) >>> 0, 7);
  const colour = colours[key % colours.length] ?? '#1868DB';
  const initials = /\/initials\/(\p{L}{1,2})/u.exec(decodeURIComponent(url.search + url.pathname))?.[1] ?? '';
  const figure = initials
    ? `<text x="24" y="31" font-family="sans-serif" font-size="19" fill="#fff" text-anchor="middle">${initials}</text>`
    : '<circle cx="24" cy="19" r="8" fill="#fff" fill-opacity=".85"/><path d="M8 44a16 16 0 0 1 32 0z" fill="#fff" fill-opacity=".85"/>';
  return new Response(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48"><rect width="48" height="48" fill="${colour}"/>${figure}</svg>`,
    {
      headers: { 'content-type': 'image/svg+xml', 'cache-control': 'public, max-age=3600' },
    },
  );
}
