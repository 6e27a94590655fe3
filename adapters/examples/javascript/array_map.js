#!/usr/bin/env node
// Array maps in the memory of a JavaScript process: answers each line on stdin with one on stdout.
"use strict";

const CPUS = [0, 1];
const MEMORY = 8 * 2 ** 30;
const MOST = 2 ** 30;
const PERCPU_LIMIT = 32768;
const [NOEXIST, EXIST] = [1n, 2n];
const [NUMA_NODE, INNER_MAP] = [4, 4096];

const IDENTITY = {
  protocol: 1,
  name: "array_map.js",
  version: "1.0",
  platform: {
    ...{ page_size: 4096, possible_cpus: CPUS, online_cpus: CPUS, word_size: 8 },
    ...{ byte_order: "little", kernel: "6.18", memory: MEMORY },
  },
  capabilities: ["percpu", "batch", "freeze", "info"],
};

// A map refuses, with the name of an errno.
class Refused extends Error {}

// This program does not do that, and says what is lacking.
class Lacking extends Error {}

function refuse(errno, when) {
  if (when) {
    throw new Refused(errno);
  }
}

// Numbers come as numbers, or as 0x strings where they are words or large.
const number = (field) => Number(field ?? 0);
const word = (field) => BigInt(field ?? 0);

function bytes(field) {
  if (typeof field !== "string") {
    throw new Lacking("raw pointers");
  }
  return Buffer.from(field, "hex");
}

const indexOf = (field) => bytes(field).readUInt32LE();

function keyOf(index) {
  const key = Buffer.alloc(4);
  key.writeUInt32LE(index);
  return key.toString("hex");
}

// The elements lie in one piece of memory. Each takes its size rounded up to a multiple of 8, on a
// per-CPU array once for each CPU.
class ArrayMap {
  constructor(spec) {
    this.info = {
      type: spec.type,
      key_size: number(spec.key_size ?? 4),
      value_size: number(spec.value_size),
      max_entries: number(spec.max_entries),
      flags: number(spec.flags),
      name: spec.name ?? "",
    };
    const { type, key_size, value_size, max_entries, name } = this.info;
    const percpu = type === "percpu_array";
    refuse("EINVAL", (!percpu && type !== "array") || key_size !== 4);
    refuse("EINVAL", value_size === 0 || max_entries === 0);
    const [flags, node] = [number(spec.flags), spec.numa_node ?? 0];
    refuse("EINVAL", (flags & ~(percpu ? NUMA_NODE : NUMA_NODE | INNER_MAP)) !== 0);
    refuse("EINVAL", flags & NUMA_NODE && node !== -1 && (percpu || node !== 0));
    refuse("EINVAL", word(spec.map_extra) !== 0n || "lock" in spec || "types" in spec);
    refuse("E2BIG", value_size > (percpu ? PERCPU_LIMIT : 2 ** 31 - 1));
    const stride = Math.ceil(value_size / 8) * 8;
    this.element = percpu ? stride * CPUS.length : stride;
    this.userSize = percpu ? this.element : value_size;
    this.entries = max_entries;
    const size = this.element * max_entries;
    refuse("ENOMEM", size > MEMORY);
    refuse("EINVAL", !/^[A-Za-z0-9_.À-ÖØ-öø-ÿ]{0,15}$/.test(name));
    if (size > MOST) {
      throw new Lacking(`memory of ${size} bytes`);
    }
    this.memory = Buffer.alloc(size);
    this.frozen = false;
  }

  demandWritable() {
    refuse("EPERM", this.frozen);
  }

  read(index) {
    const start = index * this.element;
    return this.memory.subarray(start, start + this.userSize).toString("hex");
  }

  lookup(index, flags) {
    refuse("EINVAL", flags !== 0n);
    refuse("ENOENT", index >= this.entries);
    return this.read(index);
  }

  update(index, value, flags) {
    refuse("EINVAL", flags > EXIST);
    refuse("E2BIG", index >= this.entries);
    refuse("EEXIST", flags === NOEXIST);
    if (value.length < this.userSize) {
      throw new Lacking("raw pointers");
    }
    value.copy(this.memory, index * this.element, 0, this.userSize);
  }

  // The key after another; a key of no element, as -1, comes before the first.
  nextKey(key) {
    const next = key >= this.entries ? 0 : key + 1;
    refuse("ENOENT", next === this.entries);
    return next;
  }
}

const maps = new Map();

function on(command) {
  refuse(command.do === "get-info" ? "EBADFD" : "EBADF", !maps.has(command.map));
  return maps.get(command.map);
}

const done = { done: true };
const after = (field) => (field === null ? -1 : indexOf(field));

// What each command does; undefined for success with nothing to tell.
const commands = {
  create: (c) => void maps.set(c.map, new ArrayMap(c)),
  close: (c) => void (on(c), maps.delete(c.map)),
  lookup: (c) => ({ value: on(c).lookup(indexOf(c.key), word(c.flags)) }),
  update(c) {
    const map = on(c);
    map.demandWritable();
    map.update(indexOf(c.key), bytes(c.value), word(c.flags));
  },
  delete(c) {
    on(c).demandWritable();
    refuse("EINVAL", true);
  },
  "lookup-and-delete"(c) {
    const map = on(c);
    refuse("EINVAL", word(c.flags) !== 0n);
    map.demandWritable();
    refuse("ENOTSUPP", true);
  },
  "next-key": (c) => ({ value: keyOf(on(c).nextKey(after(c.key))) }),
  freeze(c) {
    on(c).demandWritable();
    on(c).frozen = true;
  },
  "get-info": (c) => ({ info: on(c).info }),
  "lookup-batch": (c) => counted(c, readBatch),
  "update-batch": (c) => counted(c, writeBatch),
  "delete-batch": (c) => counted(c, noBatch),
  "lookup-and-delete-batch": (c) => counted(c, noBatch),
};

// A batch command tells its count even where it is refused.
function counted(command, work) {
  const answer = { count: number(command.count) };
  try {
    work(on(command), command, answer);
  } catch (why) {
    if (!(why instanceof Refused)) {
      throw why;
    }
    answer.errno = why.message;
  }
  return answer;
}

function readBatch(map, command, answer) {
  refuse("EINVAL", word(command.flags) !== 0n);
  const wanted = answer.count;
  let at = after(command.start);
  Object.assign(answer, { count: 0, keys: "", values: "" });
  while (answer.count < wanted) {
    at = map.nextKey(at);
    answer.keys += keyOf(at);
    answer.values += map.read(at);
    answer.cursor = keyOf(at);
    answer.count++;
  }
}

function writeBatch(map, command, answer) {
  map.demandWritable();
  refuse("EINVAL", word(command.flags) !== 0n);
  const [keys, values, wanted] = [bytes(command.keys), bytes(command.values), answer.count];
  for (answer.count = 0; answer.count < wanted; answer.count++) {
    const start = answer.count * map.userSize;
    const value = values.subarray(start, start + map.userSize);
    map.update(keys.readUInt32LE(answer.count * 4), value, 0n);
  }
}

function noBatch(map) {
  map.demandWritable();
  refuse("ENOTSUPP", true);
}

function apply(command) {
  const pointers = Object.values(command).some((f) => f !== null && typeof f === "object");
  if (pointers || !Object.hasOwn(commands, command.do)) {
    return { unsupported: pointers ? "raw pointers" : command.do };
  }
  try {
    return commands[command.do](command) ?? done;
  } catch (why) {
    if (why instanceof Lacking) {
      return { unsupported: why.message };
    }
    if (why instanceof Refused) {
      return { errno: why.message };
    }
    throw why;
  }
}

const methods = {
  hello: () => IDENTITY,
  reset: () => (maps.clear(), {}),
  apply: (params) => params.map(apply),
  bye: () => (maps.clear(), {}),
};

function answer(line) {
  const reply = { jsonrpc: "2.0", id: null };
  try {
    const { id, method, params } = JSON.parse(line);
    reply.id = id ?? null;
    reply.result = methods[method](params);
  } catch (wrong) {
    reply.error = { code: -32600, message: wrong.message };
  }
  return reply;
}

require("readline")
  .createInterface({ input: process.stdin })
  .on("line", (line) => process.stdout.write(JSON.stringify(answer(line)) + "\n"));
