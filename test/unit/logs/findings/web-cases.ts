import { cloudflare } from '../../../../src-main/logs/readers/cloudflare.ts';
import type { Case } from './case.ts';
import type { Log } from './find.ts';
import { apache, at, iis, many } from './rows.ts';

const cloud = (...rows: readonly object[]): Log => ({
  reader: cloudflare,
  bytes: rows.map((row) => `${JSON.stringify(row)}\n`).join(''),
});
const cloudRow = (second: number, action: string, origin: number): object => ({
  Datetime: at(second),
  Action: action,
  ClientIP: '203.0.113.9',
  RayID: '7299',
  ClientRequestPath: '/a.cfm',
  OriginResponseStatus: origin,
});
const attacker = '203.0.113.9';
const hour = 3600;
const day = 24 * hour;

export const webCases: readonly Case[] = [
  {
    rule: 'web-shell-command',
    about: '/uploads/x.cfm',
    rows: 2,
    speaks: iis(
      { path: '/uploads/x.cfm', query: 'c=whoami' },
      { path: '/uploads/x.cfm', query: 'do=net%20user%20/add' },
    ),
    silent: iis(
      { path: '/search.cfm', query: 'q=the+type+of+dir' },
      { path: '/help.cfm', query: 'topic=whoami-and-others' },
      { path: '/proxy.cfm' },
    ),
  },
  {
    rule: 'web-shell-command',
    about: '/conn.aspx',
    rows: 1,
    speaks: iis({ path: '/conn.aspx', query: 'proxy&port=3389&ip=127.0.0.1' }),
    silent: iis({ path: '/conn.aspx', query: 'noproxy' }),
  },
  {
    rule: 'web-script-in-uploads',
    about: '/images/x.cfm',
    rows: 3,
    speaks: iis(many(3, () => ({ path: '/images/x.cfm', address: attacker }))),
    silent: iis(
      many(9, (i) => ({ path: '/images/resize.cfm', address: `198.51.100.${i}` })),
      { path: '/images/x.cfm', status: 404 },
      { path: '/images/logo.png' },
    ),
  },
  {
    rule: 'web-script-in-uploads',
    about: '/shop/help.jsp',
    rows: 20,
    speaks: iis(
      many(20, () => ({ path: '/shop/help.jsp', method: 'POST', address: attacker, referer: '-' })),
    ),
    // By links, or without data, or too few: a page that somebody likes.
    silent: iis(
      many(30, () => ({ path: '/a.jsp', method: 'POST', address: attacker })),
      many(30, () => ({ path: '/b.jsp', address: attacker, referer: '-' })),
      many(19, () => ({ path: '/c.jsp', method: 'POST', address: attacker, referer: '-' })),
    ),
  },
  {
    rule: 'web-sql-injection',
    about: attacker,
    rows: 6,
    speaks: iis(
      [
        'id=1%27%20or%201%3D1--',
        'id=1+UNION/**/SELECT+name+FROM+t',
        'id=1;WAITFOR+DELAY+%270:0:5%27',
        'id=%2527%2520or%2520%2527a%2527=%2527a',
        'id=1;declare%20@x',
        'id=1+and+sleep(5)',
      ].map((query) => ({ query, address: attacker })),
    ),
    silent: iis(
      [
        'q=credit+union+or+bank',
        "q=rock+'n'+roll+and+more",
        'q=sleep(ing)',
        'sort=name&order=char(name)',
      ].map((query) => ({ query, address: attacker })),
    ),
  },
  {
    rule: 'web-path-traversal',
    about: attacker,
    rows: 4,
    speaks: iis(
      [
        'f=../../etc/passwd',
        'f=..%2f..%2fweb.config',
        'f=%252e%252e%252f%252e%252e%252fa',
        'l=..%c0%af..',
      ].map((query) => ({ query, address: attacker })),
    ),
    silent: iis({ path: '/a/../css/shop.css' }, { query: 'q=the+win.inis' }, { query: 'v=1..2' }),
  },
  {
    rule: 'web-coldfusion-admin',
    about: attacker,
    rows: 2,
    speaks: iis(
      { path: '/CFIDE/administrator/index.cfm', address: attacker },
      { path: '/a.cfc', query: 'method=x&_cfclient=true', address: attacker },
    ),
    silent: iis({ path: '/cf_scripts/scripts/cfform.js' }, { path: '/api/stock.cfc', query: 'method=get' }),
  },
  {
    rule: 'web-scanner',
    about: attacker,
    rows: 2,
    speaks: iis(
      { agent: 'sqlmap/1.8', address: attacker },
      { path: '/.env', address: attacker, status: 404 },
    ),
    silent: iis(
      { path: '/.env', address: attacker },
      { agent: 'Mozilla/5.0+(compatible)', address: attacker },
    ),
  },
  {
    rule: 'web-many-refused',
    about: attacker,
    rows: 50,
    speaks: iis(many(50, (i) => ({ second: i * 5, path: `/p${i}`, status: 404, address: attacker }))),
    // Too slow, of too few paths, or of many addresses.
    silent: iis(
      many(60, (i) => ({ second: i * 20, path: `/p${i}`, status: 404, address: attacker })),
      many(90, (i) => ({ path: `/q${i % 5}`, status: 404, address: '198.51.100.1' })),
      many(90, (i) => ({ path: `/r${i}`, status: 403, address: `198.51.100.${i + 2}` })),
    ),
  },
  {
    rule: 'web-errors-rise',
    about: '2026-11-02 05:00 UTC',
    rows: 40,
    speaks: iis(
      many(8 * 60, (i) => ({ second: i * 60 })),
      many(40, (i) => ({ second: 5 * hour + i, status: 500 })),
    ),
    // As many in each hour are usual.
    silent: iis(many(8 * 60, (i) => ({ second: i * 60, status: 500 }))),
  },
  {
    rule: 'web-admin-new-address',
    about: attacker,
    rows: 2,
    speaks: iis(
      many(5, (i) => ({ second: i * day, path: '/admin/index.cfm', address: '198.51.100.1' })),
      many(2, (i) => ({ second: 5 * day + i, path: '/admin/index.cfm', address: attacker })),
    ),
    // One that was refused, one that was there before, and a log that begins on that day.
    silent: iis(
      many(5, (i) => ({ second: i * day, path: '/admin/index.cfm', address: '198.51.100.1' })),
      { second: 5 * day, path: '/admin/index.cfm', address: attacker, status: 403 },
      { second: 5 * day, path: '/admin/index.cfm', address: '198.51.100.1' },
    ),
  },
  {
    rule: 'web-login-burst',
    about: attacker,
    rows: 10,
    speaks: iis(many(10, (i) => ({ second: i * 20, method: 'POST', path: '/login.cfm', address: attacker }))),
    silent: iis(
      many(9, (i) => ({ second: i, method: 'POST', path: '/login.cfm', address: attacker })),
      many(30, (i) => ({ second: i, path: '/login.cfm', address: attacker })),
    ),
  },
  {
    rule: 'web-login-rise',
    about: '2026-11-02 05:00 UTC',
    rows: 120,
    speaks: iis(
      many(8, (i) => ({ second: i * hour })),
      many(120, (i) => ({
        second: 5 * hour + i,
        method: 'POST',
        path: '/login.cfm',
        address: `198.51.100.${i}`,
      })),
    ),
    silent: iis(
      many(8, (i) => ({ second: i * hour })),
      many(90, (i) => ({
        second: 5 * hour + i,
        method: 'POST',
        path: '/login.cfm',
        address: `198.51.100.${i}`,
      })),
    ),
  },
  {
    rule: 'web-refused-accounts',
    about: attacker,
    rows: 10,
    speaks: iis(many(10, (i) => ({ second: i, status: 401, user: `user${i}`, address: attacker }))),
    silent: iis(many(30, (i) => ({ second: i, status: 401, user: `user${i % 9}`, address: attacker }))),
  },
  {
    rule: 'web-large-answer',
    about: attacker,
    rows: 1,
    speaks: iis(
      many(30, () => ({ path: '/list.cfm' })),
      { path: '/list.cfm', bytes: 3_000_000, address: attacker },
    ),
    // Always as large, or a path of which too little is known.
    silent: iis(
      many(30, () => ({ path: '/film.cfm', bytes: 3_000_000 })),
      many(10, () => ({ path: '/list.cfm' })),
      { path: '/list.cfm', bytes: 3_000_000, address: attacker },
    ),
  },
  {
    rule: 'web-much-to-one',
    about: attacker,
    rows: 6,
    speaks: iis(
      many(20, (i) => ({ address: `198.51.100.${i}` })),
      many(6, () => ({ bytes: 100_000_000, address: attacker })),
    ),
    silent: iis(many(20, (i) => ({ bytes: 600_000_000, address: `198.51.100.${i}` }))),
  },
  {
    rule: 'web-archive-download',
    about: '/backup/shop.bak',
    rows: 1,
    speaks: iis({ path: '/backup/shop.bak' }),
    silent: iis({ path: '/backup/shop.bak', status: 404 }, { path: '/bakery.cfm' }),
  },
  {
    rule: 'web-coldfusion-admin',
    about: attacker,
    rows: 1,
    speaks: iis({
      path: '/cfide/x.cfc',
      query: 'method=foo&argumentCollection=%3cwddxPacket%20version=%271.0%27%3e',
      address: attacker,
    }),
    silent: iis({ path: '/shop/cart.cfc', query: 'method=add&argumentCollection=%7b%22id%22:5%7d' }),
  },
  {
    rule: 'web-ids-in-turn',
    about: attacker,
    rows: 40,
    speaks: iis(
      // Two programs of one address, a little out of order; some numbers do not exist.
      many(40, (i) => ({
        second: i,
        path: '/api/orders.cfc',
        query: `method=get&lang=1&id=${1000 + (i ^ 1) + Math.floor(i / 10) * 3}`,
        address: attacker,
      })),
      many(40, (i) => ({ second: i, path: '/api/orders.cfc', query: `method=get&id=${(i * 37) % 90}` })),
    ),
    silent: iis(
      // Pages of a list, a browser that wants no old answer, and numbers of a clock.
      many(60, (i) => ({ second: i, path: '/list.cfm', query: `page=${i}&_=${1_790_000_000_000 + i}` })),
      // Too few; refused; many visitors with a number each; somebody who goes to and fro.
      many(29, (i) => ({ second: i, path: '/a.cfm', query: `id=${i}` })),
      many(60, (i) => ({ second: i, path: '/b.cfm', query: `id=${i}`, status: 403 })),
      many(60, (i) => ({ second: i, path: '/c.cfm', query: `id=${i}`, address: `203.0.113.${i}` })),
      many(60, (i) => ({ second: i, path: '/d.cfm', query: `id=${(i * 3) % 31}` })),
      many(60, (i) => ({ second: i, path: '/e.cfm', query: `id=${i * 11}` })),
    ),
  },
  {
    rule: 'web-ids-in-turn',
    about: attacker,
    rows: 30,
    speaks: iis(many(30, (i) => ({ second: i, query: `CFID=${5030 - i}&CFTOKEN=0`, address: attacker }))),
    silent: iis(many(60, (i) => ({ second: i, query: 'CFID=5030&CFTOKEN=77120411', address: attacker }))),
  },
  {
    rule: 'web-past-cloudflare',
    about: attacker,
    rows: 2,
    speaks: iis(
      many(120, (i) => ({ address: `172.68.10.${i}` })),
      many(9, () => ({ address: '2606:4700:10::6816:1' })),
      many(2, () => ({ path: '/login.cfm', address: attacker })),
      // Monitoring inside of the network of the host.
      many(9, () => ({ address: '10.0.0.7' })),
    ),
    // A server that is not behind Cloudflare, or writes the visitors' own addresses.
    silent: iis(
      many(120, (i) => ({ address: `172.68.10.${i}` })),
      many(121, (i) => ({ address: `198.51.100.${i}` })),
    ),
  },
  {
    rule: 'cloudflare-passed-after-blocks',
    about: attacker,
    rows: 6,
    speaks: cloud(...many(5, (i) => cloudRow(i, 'block', 0)), cloudRow(60, 'allow', 200)),
    // It never reached the server; or it did before.
    silent: cloud(
      cloudRow(0, 'allow', 200),
      ...many(5, (i) => cloudRow(i + 1, 'block', 0)),
      cloudRow(60, 'log', 0),
    ),
  },
  {
    rule: 'web-sql-injection',
    about: attacker,
    rows: 1,
    speaks: apache('GET /a.php?id=1%27+or+1%3D1--+x', 500),
    silent: apache('GET /a.php?id=1'),
  },
];
