import { describe, expect, it } from 'vitest';
import { hostOf, ownerOf, plainUrl } from '../../src/syntax/web-address.ts';

describe('where a link leads, without how it is fetched', () => {
  it.each([
    ['https://a.example/h', 'a.example/h'],
    ['HTTP://WWW.a.example/h', 'a.example/h'],
    ['mailto:hats@a.example', 'hats@a.example'],
    ['tel:+12345', '+12345'],
    ['tel:+1 (23) 4-5', '+12345'],
    ['https://a.example/', 'a.example'],
    ['https://a.example/h/', 'a.example/h'],
    ['https://a.example//h///i', 'a.example/h/i'],
    ['/hats', 'hats'],
    ['../../hats.md', 'hats'],
    ['./hats.html', 'hats'],
    ['hats.htm', 'hats'],
    ['https://a.example/hats/index.html', 'a.example/hats'],
    ['index.htm', ''],
    ['../hats/index.md', 'hats'],
    ['hats.mdx', 'hats'],
    ['https://a.example/en/h', 'a.example/h'],
    ['https://a.example/intl/en/h', 'a.example/h'],
    ['/en', ''],
    ['https://a.example/h?utm_source=b&utm_medium=c', 'a.example/h'],
    ['https://a.example/h?gclid=1&fbclid=2&ref=3&source=4&origin=5&campaign=6', 'a.example/h'],
    ['https://a.example/h?utm_source=b&size=2', 'a.example/h?size=2'],
    ['https://a.example/h?size=2&amp;color=3;form=4', 'a.example/h?size=2&color=3&form=4'],
    ['https://a.example/h?', 'a.example/h'],
    ['https://a.example/h#top', 'a.example/h#top'],
    ['https://a.example/h#', 'a.example/h'],
    ['https://a.example/h?size=2#top', 'a.example/h?size=2#top'],
    ['#top', '#top'],
    ['https://l.instagram.com/?u=https%3A%2F%2Fwww.a.example%2Fh&e=AT2', 'a.example/h'],
    ['https://www.youtube.com/redirect?q=https%3A%2F%2Fa.example', 'a.example'],
    ['https://a.example/h?_ga=2.14-4.1&msclkid=5&sid=removed', 'a.example/h'],
    ['https://help.twitter.com/h', 'help.x.com/h'],
    ['https://a.example/%E5%B8%BD%e5%ad%90?size=%C3%A9', 'a.example/帽子?size=é'],
    ['a.example/%E5%B8%BD%2Fh', 'a.example/帽%2Fh'],
  ])('%s is %s', (url, plain) => {
    expect(plainUrl(url)).toBe(plain);
  });

  it.each([
    'a.example/english',
    'a.example/hen/h',
    'a.example/enh',
    'a.example/H',
    'a.example/de/h',
    'httpsa.example',
    'amailto:hats@a.example',
    'a.example/xindex.html/h',
    'a.example/www.h',
    'a.example/h?xref=1',
    'a.example/h?utm_=1',
    'a.example/hats.md.pdf',
    'a.example/h?sid=12&label=hats',
    'l.facebook.com/h?u=hats',
    'atwitter.com/h',
    'a.example/%E5%B8',
    'a.example/%41%2e%2E%20',
  ])('%s is left as it is', (url) => {
    expect(plainUrl(url)).toBe(url);
  });
});

const hosts = (
  'iubenda.com/privacy-policy/* app.termly.io/document/privacy-policy/* termsfeed.com/live/* freeprivacypolicy.com/live/* ' +
  'privacypolicies.com/live/* mp.weixin.qq.com/s/* docs.qq.com/doc/* kdocs.cn/l/* shimo.im/docs/* zoom.us/j/* mega.nz/file/* ' +
  'storage.googleapis.com/*/p firebasestorage.googleapis.com/v0/b/*/o s3.amazonaws.com/*/p s3.eu-west-1.amazonaws.com/*/p ' +
  'raw.githubusercontent.com/*/x cdn.jsdelivr.net/gh/*/x gist.github.com/*/1 codeberg.org/*/x gitee.com/*/x ' +
  'chrome.google.com/webstore/detail/* addons.mozilla.org/firefox/addon/* apps.microsoft.com/detail/* itunes.apple.com/app/* ' +
  'meet.google.com/* onedrive.live.com?id=* eventbrite.com/o/* bsky.app/profile/* line.me/R/ti/p/* snapchat.com/add/* ' +
  'patreon.com/* ko-fi.com/* buymeacoffee.com/* yuque.com/*/p note.com/* qiita.com/* pastebin.com/* ' +
  'hackmd.io/@*/p mastodon.social/@* threads.net/@* twitch.tv/* ok.ru/* blog.naver.com/* pf.kakao.com/* zenn.dev/* ' +
  'intercom.help/*/en telegra.ph/* rentry.co/* g.page/* naver.me/* cutt.ly/* ow.ly/* rb.gy/* dub.sh/* lin.ee/* is.gd/* t.cn/* ' +
  '*.blogspot.de/p *.blogspot.com.br/p *.feishu.cn/p *.fandom.com/p *.tilda.ws/p *.tistory.com/1 *.hatenablog.com/p ' +
  '*.surge.sh/p *.replit.app/p *.neocities.org/p *.statuspage.io/p *.helpscoutdocs.com/p *.canva.site/p *.lovable.app/p ' +
  '*.ghost.io/p *.jimdosite.com/p *.godaddysites.com/p *.supabase.co/p *.deno.dev/p *.r2.dev/p *.altervista.org/p'
).split(' ');

describe('whose page or mailbox it is', () => {
  it.each([
    ['a.example/h', 'a.example'],
    ['Shop.A.Example', 'a.example'],
    ['deep.shop.a.example:8080/h', 'a.example'],
    ['a.example?size=2', 'a.example'],
    ['a.example#top', 'a.example'],
    ['hats@Mail.a.example', 'hats@mail.a.example'],
    ['shop.a.co.uk/h', 'a.co.uk'],
    ['shop.a.com.cn', 'a.com.cn'],
    ['a.b.xcom.example', 'xcom.example'],
    ['hats.github.io/h', 'hats.github.io'],
    ['github.io', 'github.io'],
    ['xgithub.io/h', 'xgithub.io'],
    ['a.xgithub.io/h', 'xgithub.io'],
    ['hats@yahoo.co.uk?subject=a', 'hats@yahoo.co.uk'],
    ['github.com/hats/h', 'github.com/hats'],
    ['wa.me/123?text=a', 'wa.me/123'],
    ['xgithub.com/hats', 'xgithub.com'],
    ['+12345', '+12345'],
    ['030 12345', '030 12345'],
    ['sms:12', 'sms:12'],
    ['localhost:80/h', ''],
    ['2021/hats', ''],
    ['hats', ''],
    ['hats/a.example', ''],
    ['/hats', ''],
    ['#a.example', ''],
  ])('%s is %j', (url, owner) => {
    expect(ownerOf(url)).toBe(owner);
  });

  it.each(hosts)('is told by more than the host on %s, where everybody may have a page', (url) => {
    expect(ownerOf(url.replace('*', 'contoso'))).not.toBe(ownerOf(url.replace('*', 'fabrikam')));
  });

  it('is the whole host where a name stands for itself', () => {
    expect(hostOf('Shop.A.Example/h')).toBe('shop.a.example');
    expect(hostOf('hats@Mail.a-b.example')).toBe('mail.a-b.example');
    expect(hostOf('shop-a.example')).toBe('shop-a.example');
    expect(hostOf('a.example,b.example')).toBe('');
    expect(hostOf('hats')).toBe('');
  });
});
