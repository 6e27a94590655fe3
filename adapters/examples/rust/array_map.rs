//! Array maps in the memory of a Rust process: answers each line on stdin with one on stdout.

mod json;

use json::Json;
use std::collections::HashMap;
use std::io::{self, BufRead, Write};

const CPUS: u64 = 2;
const MEMORY: u64 = 8 << 30;
const MOST: u64 = 1 << 30;
const PERCPU_LIMIT: u64 = 32 << 10;
const NO_KEY: u64 = u64::MAX;
const NOEXIST: u64 = 1;
const EXIST: u64 = 2;
const NUMA_NODE: u64 = 1 << 2;
const INNER_MAP: u64 = 1 << 12;

const IDENTITY: &str = concat!(
    r#"{"protocol":1,"name":"array_map.rs","version":"1.0","platform":{"page_size":4096,"#,
    r#""possible_cpus":[0,1],"online_cpus":[0,1],"word_size":8,"byte_order":"little","#,
    r#""kernel":"6.18","memory":8589934592},"capabilities":["percpu","freeze","info"]}"#
);

/// Why a command has no success.
enum No {
    /// A map refuses, with the name of an errno.
    Refused(&'static str),
    /// This program does not do that, and says what is lacking.
    Lacking(String),
}

/// The fields of an outcome.
type Answer = Result<String, No>;

fn refuse(errno: &'static str, when: bool) -> Result<(), No> {
    (!when).then_some(()).ok_or(No::Refused(errno))
}

fn pointers() -> No {
    No::Lacking("raw pointers".into())
}

fn done() -> Answer {
    Ok(r#""done":true"#.into())
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn bytes(command: &Json, name: &str) -> Result<Vec<u8>, No> {
    match command.get(name) {
        Some(Json::Text(text)) => (0..text.len() / 2)
            .map(|i| u8::from_str_radix(&text[2 * i..2 * i + 2], 16).map_err(|_| pointers()))
            .collect(),
        _ => Err(pointers()),
    }
}

fn index_of(key: &[u8]) -> Result<u64, No> {
    let key: [u8; 4] = key.try_into().map_err(|_| pointers())?;
    Ok(u32::from_le_bytes(key).into())
}

/// The index in a key that may be NULL, which comes before the first.
fn after(command: &Json, name: &str) -> Result<u64, No> {
    match command.get(name) {
        Some(Json::Null) => Ok(NO_KEY),
        _ => index_of(&bytes(command, name)?),
    }
}

/// The elements lie in one piece of memory. Each takes its size rounded up to a multiple of 8, on a
/// per-CPU array once for each CPU.
struct ArrayMap {
    percpu: bool,
    value_size: u64,
    max_entries: u64,
    flags: u64,
    name: String,
    element: usize,
    user_size: usize,
    frozen: bool,
    memory: Vec<u8>,
}

impl ArrayMap {
    fn new(spec: &Json) -> Result<ArrayMap, No> {
        let percpu = spec.text("type") == "percpu_array";
        let value_size = spec.number("value_size", 0);
        let max_entries = spec.number("max_entries", 0);
        let flags = spec.number("flags", 0);
        let node = spec.number("numa_node", 0) as i64;
        let name = spec.text("name").to_string();
        let taken = if percpu { NUMA_NODE } else { NUMA_NODE | INNER_MAP };
        refuse("EINVAL", !percpu && spec.text("type") != "array")?;
        refuse("EINVAL", spec.number("key_size", 4) != 4 || spec.get("types").is_some())?;
        refuse("EINVAL", value_size == 0 || max_entries == 0)?;
        refuse("EINVAL", flags & !taken != 0)?;
        refuse("EINVAL", flags & NUMA_NODE != 0 && node != -1 && (percpu || node != 0))?;
        refuse("EINVAL", spec.number("map_extra", 0) != 0 || spec.get("lock").is_some())?;
        refuse("E2BIG", value_size > if percpu { PERCPU_LIMIT } else { i32::MAX as u64 })?;
        let padded = value_size.next_multiple_of(8);
        let element = if percpu { padded * CPUS } else { padded };
        refuse("ENOMEM", element > MEMORY / max_entries)?;
        let letter = |c: char| c.is_ascii_alphanumeric() || "_.".contains(c);
        let high = |c: char| ('À'..='ÿ').contains(&c) && c != '×' && c != '÷';
        refuse("EINVAL", name.chars().count() > 15 || !name.chars().all(|c| letter(c) || high(c)))?;
        let size = element * max_entries;
        if size > MOST {
            return Err(No::Lacking(format!("memory of {size} bytes")));
        }
        Ok(ArrayMap {
            percpu,
            value_size,
            max_entries,
            flags,
            name,
            element: element as usize,
            user_size: if percpu { element } else { value_size } as usize,
            frozen: false,
            memory: vec![0; size as usize],
        })
    }

    fn demand_writable(&self) -> Result<(), No> {
        refuse("EPERM", self.frozen)
    }

    fn read(&self, index: u64) -> &[u8] {
        let start = index as usize * self.element;
        &self.memory[start..start + self.user_size]
    }

    fn update(&mut self, index: u64, value: &[u8], flags: u64) -> Result<(), No> {
        refuse("EINVAL", flags > EXIST)?;
        refuse("E2BIG", index >= self.max_entries)?;
        refuse("EEXIST", flags == NOEXIST)?;
        let value = value.get(..self.user_size).ok_or_else(pointers)?;
        let start = index as usize * self.element;
        self.memory[start..start + self.user_size].copy_from_slice(value);
        Ok(())
    }

    fn info(&self) -> String {
        format!(
            r#""info":{{"type":"{}","value_size":{},"max_entries":{},"flags":{},"name":"{}"}}"#,
            if self.percpu { "percpu_array" } else { "array" },
            self.value_size,
            self.max_entries,
            self.flags,
            self.name
        )
    }

    fn next_key(&self, key: u64) -> Result<u64, No> {
        let next = if key >= self.max_entries { 0 } else { key + 1 };
        refuse("ENOENT", next == self.max_entries)?;
        Ok(next)
    }
}

fn apply(maps: &mut HashMap<String, ArrayMap>, command: &Json) -> Answer {
    let (verb, name) = (command.text("do"), command.text("map"));
    let flags = command.number("flags", 0);
    if let Json::Object(fields) = command {
        let raw = fields.iter().any(|(_, value)| matches!(value, Json::Object(_)));
        (!raw).then_some(()).ok_or_else(pointers)?;
    }
    if verb == "create" {
        maps.insert(name.into(), ArrayMap::new(command)?);
        return done();
    }
    let closed = if verb == "get-info" { "EBADFD" } else { "EBADF" };
    let map = maps.get_mut(name).ok_or(No::Refused(closed))?;
    match verb {
        "close" => drop(maps.remove(name)),
        "lookup" => {
            let index = index_of(&bytes(command, "key")?)?;
            refuse("EINVAL", flags != 0)?;
            refuse("ENOENT", index >= map.max_entries)?;
            return Ok(format!(r#""value":"{}""#, hex(map.read(index))));
        }
        "update" => {
            let (index, value) = (index_of(&bytes(command, "key")?)?, bytes(command, "value")?);
            map.demand_writable()?;
            map.update(index, &value, flags)?;
        }
        "delete" => refuse(if map.frozen { "EPERM" } else { "EINVAL" }, true)?,
        "lookup-and-delete" => {
            refuse("EINVAL", flags != 0)?;
            map.demand_writable()?;
            refuse("ENOTSUPP", true)?;
        }
        "next-key" => {
            let next = map.next_key(after(command, "key")?)? as u32;
            return Ok(format!(r#""value":"{}""#, hex(&next.to_le_bytes())));
        }
        "freeze" => {
            map.demand_writable()?;
            map.frozen = true;
        }
        "get-info" => return Ok(map.info()),
        _ => return Err(No::Lacking(verb.into())),
    }
    done()
}

fn outcome(answer: Answer) -> String {
    match answer {
        Ok(fields) => format!("{{{fields}}}"),
        Err(No::Refused(errno)) => format!(r#"{{"errno":"{errno}"}}"#),
        Err(No::Lacking(what)) => format!(r#"{{"unsupported":"{what}"}}"#),
    }
}

fn error(code: i32, why: &str) -> String {
    format!(r#""error":{{"code":{code},"message":"{why}"}}"#)
}

fn answer(maps: &mut HashMap<String, ArrayMap>, line: &str) -> String {
    let Some(message) = Json::read(line) else {
        return format!(r#"{{"jsonrpc":"2.0","id":null,{}}}"#, error(-32700, "no JSON"));
    };
    let result = match (message.text("method"), message.get("params")) {
        ("hello", _) => format!(r#""result":{IDENTITY}"#),
        ("apply", Some(Json::List(commands))) => {
            let all: Vec<_> = commands.iter().map(|c| outcome(apply(maps, c))).collect();
            format!(r#""result":[{}]"#, all.join(","))
        }
        ("reset" | "bye", _) => {
            maps.clear();
            r#""result":{}"#.into()
        }
        _ => error(-32601, "unknown method"),
    };
    let id = message.number("id", 0);
    format!(r#"{{"jsonrpc":"2.0","id":{id},{result}}}"#)
}

fn main() -> io::Result<()> {
    let mut maps = HashMap::new();
    for line in io::stdin().lock().lines() {
        println!("{}", answer(&mut maps, &line?));
        io::stdout().flush()?;
    }
    Ok(())
}
