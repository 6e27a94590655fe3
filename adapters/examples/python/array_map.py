#!/usr/bin/env python3
"""Array maps in the memory of a Python process: answers each line on stdin with one on stdout."""

import json, re, sys

CPUS = [0, 1]
MEMORY, MOST, PERCPU_LIMIT = 8 << 30, 1 << 30, 32 << 10
NO_KEY = (1 << 32) - 1
NOEXIST, EXIST, NUMA_NODE, INNER_MAP = 1, 2, 1 << 2, 1 << 12
NAME = re.compile("[A-Za-z0-9_.À-ÖØ-öø-ÿ]{0,15}")

INFO = ("type", "key_size", "value_size", "max_entries", "flags", "name")
PLATFORM = {"page_size": 4096, "possible_cpus": CPUS, "online_cpus": CPUS, "word_size": 8}
PLATFORM |= {"byte_order": "little", "kernel": "6.18", "memory": MEMORY}
IDENTITY = {"protocol": 1, "name": "array_map.py", "version": "1.0", "platform": PLATFORM}
IDENTITY |= {"capabilities": ["percpu", "batch", "freeze", "info"]}


class Refused(Exception):
    """A map refuses, with the name of an errno."""


class Lacking(Exception):
    """This program does not do that, and says what is lacking."""


def refuse(errno, when):
    if when:
        raise Refused(errno)


class ArrayMap:
    """Elements in one piece of memory, each padded to a multiple of 8 bytes for each CPU."""

    def __init__(self, spec):
        self.type = spec["type"]
        self.key_size = number(spec.get("key_size", 4))
        self.value_size = number(spec["value_size"])
        self.max_entries = number(spec["max_entries"])
        self.flags = number(spec.get("flags", 0))
        self.name = spec.get("name", "")
        self.percpu = self.type == "percpu_array"
        further = {"lock", "types"} & spec.keys()
        self.check(spec.get("numa_node", 0), number(spec.get("map_extra", 0)), further)
        self.stride = (self.value_size + 7) // 8 * 8
        self.element = self.stride * len(CPUS) if self.percpu else self.stride
        self.user_size = self.element if self.percpu else self.value_size
        self.frozen = False
        size = self.element * self.max_entries
        refuse("ENOMEM", size > MEMORY)
        refuse("EINVAL", not NAME.fullmatch(self.name))
        if size > MOST:
            raise Lacking(f"memory of {size} bytes")
        self.memory = bytearray(size)

    def check(self, node, extra, further):
        refuse("EINVAL", self.type not in ("array", "percpu_array") or self.key_size != 4)
        refuse("EINVAL", self.value_size == 0 or self.max_entries == 0)
        if self.flags & ~(NUMA_NODE if self.percpu else NUMA_NODE | INNER_MAP) or extra or further:
            raise Refused("EINVAL")
        if self.flags & NUMA_NODE and (self.percpu and node != -1 or node not in (0, -1)):
            raise Refused("EINVAL")
        refuse("E2BIG", self.value_size > (PERCPU_LIMIT if self.percpu else 0x7FFFFFFF))

    def demand_writable(self):
        refuse("EPERM", self.frozen)

    def read(self, index):
        return bytes(memoryview(self.memory)[index * self.element :][: self.user_size])

    def lookup(self, index, flags):
        refuse("EINVAL", flags)
        refuse("ENOENT", index >= self.max_entries)
        return self.read(index)

    def update(self, index, value, flags):
        refuse("EINVAL", flags > EXIST)
        refuse("E2BIG", index >= self.max_entries)
        refuse("EEXIST", flags == NOEXIST)
        if len(value) < self.user_size:
            raise Lacking("raw pointers")
        start = index * self.element
        self.memory[start : start + self.user_size] = value[: self.user_size]

    def next_key(self, key):
        index = 0 if key >= self.max_entries else key + 1
        refuse("ENOENT", index == self.max_entries)
        return index

    def freeze(self):
        self.demand_writable()
        self.frozen = True

    def info(self):
        return {field: getattr(self, field) for field in INFO}


def number(field):
    return int(field, 16) if isinstance(field, str) else field


def given(field):
    if not isinstance(field, str):
        raise Lacking("raw pointers")
    return bytes.fromhex(field)


def index_of(field):
    return int.from_bytes(given(field), "little")


def after(field):
    return NO_KEY if field is None else index_of(field)


def key_of(index):
    return index.to_bytes(4, "little").hex()


def flags_of(command):
    return number(command.get("flags", 0))


def read_batch(target, command, answer):
    refuse("EINVAL", flags_of(command))
    wanted, at = answer["count"], after(command["start"])
    keys, values = [], []
    try:
        answer["count"] = 0
        while len(keys) < wanted:
            at = target.next_key(at)
            keys.append(key_of(at))
            values.append(target.read(at).hex())
            answer |= {"count": len(keys), "cursor": key_of(at)}
    finally:
        answer |= {"keys": "".join(keys), "values": "".join(values)}


def write_batch(target, command, answer):
    target.demand_writable()
    refuse("EINVAL", flags_of(command))
    keys, values = given(command["keys"]), given(command["values"])
    wanted, size, answer["count"] = answer["count"], target.user_size, 0
    for done in range(wanted):
        index = int.from_bytes(keys[done * 4 : done * 4 + 4], "little")
        target.update(index, values[done * size : done * size + size], 0)
        answer["count"] = done + 1


def no_batch(target, command, answer):
    target.demand_writable()
    raise Refused("ENOTSUPP")


class Commands:
    maps = {}

    def on(self, command):
        closed = command["map"] not in self.maps
        refuse("EBADFD" if command["do"] == "get-info" else "EBADF", closed)
        return self.maps[command["map"]]

    def create(self, command):
        self.maps[command["map"]] = ArrayMap(command)

    def close(self, command):
        self.on(command)
        del self.maps[command["map"]]

    def lookup(self, command):
        value = self.on(command).lookup(index_of(command["key"]), flags_of(command))
        return {"value": value.hex()}

    def update(self, command):
        target, value = self.on(command), given(command["value"])
        target.demand_writable()
        target.update(index_of(command["key"]), value, flags_of(command))

    def delete(self, command):
        self.on(command).demand_writable()
        raise Refused("EINVAL")

    def lookup_and_delete(self, command):
        target = self.on(command)
        refuse("EINVAL", flags_of(command))
        target.demand_writable()
        raise Refused("ENOTSUPP")

    def next_key(self, command):
        return {"value": key_of(self.on(command).next_key(after(command["key"])))}

    def freeze(self, command):
        self.on(command).freeze()

    def get_info(self, command):
        return {"info": self.on(command).info()}

    def batch(work):
        return lambda self, command: self.counted(command, work)

    lookup_batch, update_batch = batch(read_batch), batch(write_batch)
    delete_batch = lookup_and_delete_batch = batch(no_batch)

    def counted(self, command, work):
        """A batch command tells its count even where it is refused."""
        answer = {"count": number(command["count"])}
        try:
            work(self.on(command), command, answer)
        except Refused as why:
            answer["errno"] = why.args[0]
        return answer


HELPERS = ("maps", "on", "counted", "batch")
VERBS = {n.replace("_", "-"): n for n in vars(Commands) if n not in HELPERS}


def apply(command):
    try:
        if any(isinstance(field, dict) for field in command.values()):
            raise Lacking("raw pointers")
        if command["do"] in VERBS:
            return getattr(Commands(), VERBS[command["do"]])(command) or {"done": True}
        raise Lacking(command["do"])
    except Refused as why:
        return {"errno": why.args[0]}
    except Lacking as what:
        return {"unsupported": what.args[0]}


def answer(method, params):
    if method == "hello":
        return IDENTITY
    if method == "apply":
        return [apply(command) for command in params]
    if method not in ("reset", "bye"):
        raise ValueError(f"method {method} is unknown")
    Commands.maps.clear()
    return {}


for line in sys.stdin:
    reply = {"jsonrpc": "2.0", "id": None}
    try:
        message = json.loads(line)
        reply |= {"id": message["id"]}
        reply |= {"result": answer(message["method"], message.get("params"))}
    except (ValueError, TypeError, KeyError, AttributeError) as wrong:
        reply |= {"error": {"code": -32600, "message": str(wrong)}}
    print(json.dumps(reply), flush=True)
