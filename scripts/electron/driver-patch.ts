import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Persistent references to strings exist only from Node-API 10 on. For 9 the string is boxed in slot 0 of an object,
 * and the reference is to the box.
 */
const boxedRef = `#pragma once
template <class T> class BoxedRef {
public:
	BoxedRef() = default;
	explicit BoxedRef(T v) { Reset(v, 1); }
	BoxedRef(BoxedRef&&) = default;
	BoxedRef& operator=(BoxedRef&&) = default;
	bool IsEmpty() const { return box.IsEmpty(); }
	void Reset() { box.Reset(); }
	void Reset(T v, uint32_t) {
		Napi::Object o = Napi::Object::New(v.Env());
		o.Set(static_cast<uint32_t>(0), static_cast<Napi::Value>(v));
		box.Reset(o, 1);
	}
	T Value() const { return box.Value().Get(static_cast<uint32_t>(0)).template As<T>(); }
private:
	Napi::ObjectReference box;
};
template <class T> inline BoxedRef<T> BoxedPersistent(T v) { return BoxedRef<T>(v); }
`;

type Change = readonly [from: string, to: string];

const strings: readonly Change[] = [
  ['Napi::Reference<Napi::String>', 'BoxedRef<Napi::String>'],
  ['Napi::Persistent(InternalizedFrom', 'BoxedPersistent(InternalizedFrom'],
  ['Napi::Persistent(pair->name.Value())', 'BoxedPersistent(pair->name.Value())'],
];

const changes: Readonly<Record<string, readonly Change[]>> = {
  'binding.gyp': [['NAPI_VERSION=10', 'NAPI_VERSION=9']],
  'src/better_sqlite3.cpp': [['#include <napi.h>', '#include <napi.h>\n#include "boxed-ref.hpp"']],
  'src/util/constants.cpp': strings,
  'src/util/bind-map.cpp': strings,
  'src/util/helpers.cpp': strings,
  'src/util/custom-aggregate.cpp': [
    ['Napi::Reference<Napi::Value>', 'BoxedRef<Napi::Value>'],
    ['start(Napi::Persistent(start))', 'start(BoxedPersistent(start))'],
  ],
};

/** Changes a copy of the driver's sources. Throws when the sources are not the ones the patch was written for. */
export function patchDriver(folder: string): void {
  writeFileSync(join(folder, 'src', 'boxed-ref.hpp'), boxedRef);
  for (const [file, replacements] of Object.entries(changes)) {
    const path = join(folder, file);
    const before = readFileSync(path, 'utf8');
    const after = replacements.reduce((text, [from, to]) => text.replaceAll(from, to), before);
    if (after === before) {
      throw new Error(`the patch for Node-API 9 does not fit ${file} of this driver version`);
    }
    writeFileSync(path, after);
  }
}
