const paths = {
  'app-grid': 'M3 3h2v2H3zm4 0h2v2H7zm4 0h2v2h-2zM3 7h2v2H3zm4 0h2v2H7zm4 0h2v2h-2zM3 11h2v2H3zm4 0h2v2H7zm4 0h2v2h-2z',
  search: 'M7 2.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9M10.3 10.3l3.4 3.4',
  add: 'M8 3v10M3 8h10',
  bell: 'M4 11V7a4 4 0 0 1 8 0v4l1 1.5H3zM6.7 14h2.6',
  help: 'M8 1.8a6.2 6.2 0 1 0 0 12.4A6.2 6.2 0 0 0 8 1.8M6.2 6.2a1.8 1.8 0 1 1 2.6 1.6c-.6.3-.8.6-.8 1.2M8 11.2v.6',
  settings:
    'M8 5.8a2.2 2.2 0 1 0 0 4.4 2.2 2.2 0 0 0 0-4.4M8 1.5v2M8 12.5v2M1.5 8h2M12.5 8h2M3.4 3.4l1.4 1.4M11.2 11.2l1.4 1.4M12.6 3.4l-1.4 1.4M4.8 11.2l-1.4 1.4',
  close: 'M4 4l8 8M12 4l-8 8',
  share: 'M8 10V2.5M5 5l3-3 3 3M3 9v4.5h10V9',
  'person-add': 'M6.5 3a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5M2 13.5a4.5 4.5 0 0 1 9 0M12.5 5v4M10.5 7h4',
  people:
    'M6 3.5a2.2 2.2 0 1 0 0 4.4 2.2 2.2 0 0 0 0-4.4M1.8 13a4.2 4.2 0 0 1 8.4 0M11 4a2 2 0 1 1 0 4M11.5 9.6A4 4 0 0 1 14.2 13',
  board: 'M2.5 3h3v10h-3zM6.5 3h3v7h-3zM10.5 3h3v8.5h-3z',
  list: 'M2.5 4.5h11M2.5 8h11M2.5 11.5h11',
  page: 'M4 2h5.5L12 4.5V14H4zM6 7h4M6 9.5h4',
  home: 'M2.5 7.5 8 3l5.5 4.5V13.5h-11z',
  refresh: 'M13 5.5A5.5 5.5 0 1 0 13.5 9M13.5 2.5v3.3h-3.3',
  clock: 'M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2M8 4.5V8l2.3 1.5',
  queue: 'M2.5 3.5h11v3h-11zM2.5 9.5h11v3h-11z',
  lock: 'M4 7.5h8v6H4zM5.5 7.5V5.3a2.5 2.5 0 0 1 5 0v2.2',
  check: 'M3 8.5l3.2 3L13 4.5',
  'check-circle': 'M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2M5.3 8.200l1.9 1.9 3.5-3.7',
  warning: 'M8 2.5 14.5 13.5h-13zM8 6.5v3.3M8 11.400v.6',
  more: 'M3.5 8h.01M8 8h.01M12.5 8h.01',
  link: 'M6.5 9.5l3-3M7 4.5l1.3-1.3a3 3 0 0 1 4.3 4.3L11.3 8.800M9 11.5l-1.3 1.3a3 3 0 0 1-4.3-4.3L4.7 7.2',
  globe: 'M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2M2.3 8h11.400M8 2c-4 4-4 8 0 12M8 2c4 4 4 8 0 12',
  story: 'M4.5 3h7v10L8 10.2 4.5 13z',
  bug: 'M8 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8',
  task: 'M4.3 8.3l2.5 2.400L11.7 5.5',
  'chevron-up': 'M4 9.5l4-3.5 4 3.5',
  'chevron-down': 'M4 6.5l4 3.5 4-3.5',
  equal: 'M4 6.5h8M4 9.5h8',
  app: 'M8 2 13.2 5v6L8 14 2.8 11V5z',
} as const;

export type IconName = keyof typeof paths;

const svg = 'http://www.w3.org/2000/svg';

/** A line drawing beside text or in a labelled control: it says nothing on its own. */
export function icon(name: IconName, size = 16): SVGSVGElement {
  const element = document.createElementNS(svg, 'svg');
  const attributes = {
    viewBox: '0 0 16 16',
    width: size,
    height: size,
    fill: 'none',
    stroke: 'currentColor',
    'stroke-width': name === 'more' ? 2.2 : 1.5,
    'stroke-linecap': 'round',
    'stroke-linejoin': 'round',
    'aria-hidden': 'true',
    focusable: 'false',
  };
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  const path = document.createElementNS(svg, 'path');
  path.setAttribute('d', paths[name]);
  element.append(path);
  return element;
}
