"""Checks a bag by RFC 8493 with nothing but Python: an opinion that is not ours. Prints what is wrong, or counts."""
import hashlib, os, re, sys

bag = os.fsencode(sys.argv[1])
wrong = []


def digest(path):
    h = hashlib.sha256()
    with open(path, 'rb') as f:
        for block in iter(lambda: f.read(1 << 20), b''):
            h.update(block)
    return h.hexdigest()


def manifest(name):
    listed = {}
    for line in open(os.path.join(bag, name), 'rb').read().decode('utf-8').splitlines():
        m = re.fullmatch(r'([0-9a-fA-F]{64})\s+(.+)', line)
        if not m:
            wrong.append('line of %r: %r' % (name, line))
            continue
        path = re.sub('%(0[aAdD]|25)', lambda code: chr(int(code.group(1), 16)), m.group(2))
        if path in listed:
            wrong.append('twice: %r' % path)
        listed[path] = m.group(1).lower()
    return listed


def there(top):
    for folder, folders, files in os.walk(os.path.join(bag, top)):
        for name in files:
            yield os.path.relpath(os.path.join(folder, name), bag).decode('utf-8')


declaration = open(os.path.join(bag, b'bagit.txt'), 'rb').read()
if declaration != b'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n':
    wrong.append('bagit.txt')
payload = manifest(b'manifest-sha256.txt')
if set(payload) != set(there(b'data')):
    wrong.append('payload: %r' % sorted(set(payload) ^ set(there(b'data'))))
tags = manifest(b'tagmanifest-sha256.txt')
if set(tags) != {'bagit.txt', 'bag-info.txt', 'manifest-sha256.txt'}:
    wrong.append('tags: %r' % sorted(tags))
size = 0
for path, said in {**payload, **tags}.items():
    at = os.path.join(bag, path.encode())
    if os.path.islink(at) or not os.path.isfile(at) or digest(at) != said:
        wrong.append('hash of %r' % path)
    elif path in payload:
        size += os.path.getsize(at)
info = open(os.path.join(bag, b'bag-info.txt'), encoding='utf-8').read().splitlines()
if 'Payload-Oxum: %d.%d' % (size, len(payload)) not in info:
    wrong.append('Payload-Oxum')
print('\n'.join(wrong) or 'valid: %d files, %d bytes' % (len(payload), size))
sys.exit(1 if wrong else 0)
