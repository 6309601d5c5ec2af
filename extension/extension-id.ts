/**
 * Public half of the RSA key that fixes the extension's id for unpacked installs, managed policies and the service's
 * allow-list of redirect addresses. The private half was never kept: stores sign with their own.
 */
export const MANIFEST_KEY =
  'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAvawnwC780NaPdK8H8PshQAXEjGR1N0y/xZJoFpZ9TGWB89pd+U2uFZ3G7jRMwCkHbx7Su3ngX2Ad9iW+QqgS6COTEfyeXqx6LIsDOZ/JErpvVqddvu5iEUiT9OMzbtlE5pz+fXlQt1IekRkoKo2Oqr+RQrvKBXwXyRpUobn/atl3UswAiayO20O7BO0WhF3l6sTXWD2/6PFUsAY6Q60h8jZV6k7T7ORqu3HuCUpsQLZBKxHnNN56tiaONi/YdTejQgf0wkFe5DTxLEvley4FtqByDvC2knl9WmexOKT+vAelbsE78dhmVO+WokgjJjOl3G2B0ai9Oq8Bxut/Tk+QGQIDAQAB';

/** Chromium derives this from `MANIFEST_KEY`: the first 128 bits of its SHA-256, written with the letters a to p. */
export const EXTENSION_ID = 'omdlafppleaamhafnmfceenlamcfcgic';

/** Firefox takes the id from the manifest. */
export const GECKO_ID = 'gatehouse@gatehouse.example';
