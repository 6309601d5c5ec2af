/**
 * A local page that shows `count` people the ways Atlassian's pages do; every second one by a mention, others by avatars. Rows
 * have a fixed height: the photos do not load, and must not move what is below them.
 */
export function pageOf(count: number): string {
  const people = Array.from({ length: count }, (_unused, index) => personAt(index)).join('');
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>People</title>
<meta name="ajs-cloud-id" content="5b7a0c1e-3f42-4c8a-9d60-7c1e2a9b4d11">
<style>body{font:14px/20px sans-serif}.row{display:flex;height:24px;gap:8px;padding:4px;border-bottom:1px solid #ddd}img{width:24px;height:24px}</style>
</head><body><main id="list">${people}</main></body></html>`;
}

export const accountIdAt = (index: number): string =>
  `712020:${index.toString(16).padStart(8, '0')}-0000-4e11-8a01-${index.toString(16).padStart(12, '0')}`;

function personAt(index: number): string {
  const id = accountIdAt(index);
  const name = `Person ${index}`;
  const what = `<span>WEB-${index}</span><span>Some work item with a title of usual length</span>`;
  if (index % 2 === 0)
    return `<div class="row">${what}<span data-mention-id="${id}"><span>@${name}</span></span></div>`;
  const photo = `https://avatar-management--avatars.us-west-2.prod.public.atl-paas.net/${id}/0f0f/48`;
  return `<div class="row">${what}<div data-vc="profilecard-wrapper"><span role="button" tabindex="0" aria-label="More information about ${name}">
<div role="img" aria-labelledby="n${index}"><span><img src="${photo}" alt=""></span><span id="n${index}" hidden>${name}</span></div></span></div></div>`;
}
