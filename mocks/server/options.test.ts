import { describe, expect, it } from 'vitest';
import { readOptions } from './options.ts';

describe('options of the fake cloud', () => {
  it('reads arguments and clients', () => {
    const clients = [
      { client_id: 'gatehouse', client_secret: 'a-secret-of-the-test', redirect_uris: ['http://127.0.0.1:1/x'] },
    ];
    expect(
      readOptions(['--https-port=0', '--idp-port', '9000'], { GATEHOUSE_IDP_CLIENTS: JSON.stringify(clients) }),
    ).toEqual({ 'https-port': 0, 'proxy-port': 8444, 'control-port': 8445, 'idp-port': 9000, clients });
  });

  it('names every fault at once', () => {
    const read = () => readOptions(['--https-port=x', '--proxy-port=99999'], { GATEHOUSE_IDP_CLIENTS: '{' });
    expect(read).toThrow(/--https-port[\s\S]*--proxy-port[\s\S]*GATEHOUSE_IDP_CLIENTS/);
    expect(() => readOptions(['--unknown=1'], {})).toThrow('--unknown');
  });
});
