//! A reader of JSON for messages of one line: whole numbers only, and a replacement
//! character for escapes other than `\"` `\\` `\/`.

#[derive(Debug, Clone, PartialEq)]
pub enum Json {
    Null,
    Bool(bool),
    Number(i64),
    Text(String),
    List(Vec<Json>),
    Object(Vec<(String, Json)>),
}

impl Json {
    /// The value that a line is; none where it makes no sense.
    pub fn read(line: &str) -> Option<Json> {
        let mut reader = Reader { rest: line };
        let value = reader.value()?;
        reader.rest.trim().is_empty().then_some(value)
    }

    pub fn get(&self, name: &str) -> Option<&Json> {
        match self {
            Json::Object(fields) => fields.iter().find(|(n, _)| n == name).map(|(_, v)| v),
            _ => None,
        }
    }

    pub fn text(&self, name: &str) -> &str {
        match self.get(name) {
            Some(Json::Text(text)) => text,
            _ => "",
        }
    }

    /// A whole number, which may be a 0x string; the usual one where there is none.
    pub fn number(&self, name: &str, usual: u64) -> u64 {
        match self.get(name) {
            Some(Json::Number(number)) => *number as u64,
            Some(Json::Text(word)) => {
                u64::from_str_radix(word.trim_start_matches("0x"), 16).unwrap_or(usual)
            }
            _ => usual,
        }
    }
}

struct Reader<'a> {
    rest: &'a str,
}

impl Reader<'_> {
    fn skip(&mut self, wanted: &str) -> bool {
        match self.rest.trim_start().strip_prefix(wanted) {
            Some(rest) => {
                self.rest = rest;
                true
            }
            None => false,
        }
    }

    fn value(&mut self) -> Option<Json> {
        if self.skip("{") {
            let mut fields = Vec::new();
            while !self.skip("}") {
                if !fields.is_empty() && !self.skip(",") || !self.skip("\"") {
                    return None;
                }
                let name = self.string()?;
                if !self.skip(":") {
                    return None;
                }
                fields.push((name, self.value()?));
            }
            return Some(Json::Object(fields));
        }
        if self.skip("[") {
            let mut items = Vec::new();
            while !self.skip("]") {
                if !items.is_empty() && !self.skip(",") {
                    return None;
                }
                items.push(self.value()?);
            }
            return Some(Json::List(items));
        }
        if self.skip("\"") {
            return self.string().map(Json::Text);
        }
        for (word, value) in [
            ("null", Json::Null),
            ("true", Json::Bool(true)),
            ("false", Json::Bool(false)),
        ] {
            if self.skip(word) {
                return Some(value);
            }
        }
        self.number()
    }

    fn string(&mut self) -> Option<String> {
        let mut text = String::new();
        let mut characters = self.rest.char_indices();
        while let Some((place, character)) = characters.next() {
            match character {
                '"' => {
                    self.rest = &self.rest[place + 1..];
                    return Some(text);
                }
                '\\' => text.push(match characters.next()?.1 {
                    plain @ ('"' | '\\' | '/') => plain,
                    _ => char::REPLACEMENT_CHARACTER,
                }),
                _ => text.push(character),
            }
        }
        None
    }

    fn number(&mut self) -> Option<Json> {
        let text = self.rest.trim_start();
        let end = text
            .find(|c: char| c != '-' && !c.is_ascii_digit())
            .unwrap_or(text.len());
        self.rest = &text[end..];
        text[..end].parse().ok().map(Json::Number)
    }
}
