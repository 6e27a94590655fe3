/* An adapter that answers at once and keeps nothing: what is left is the cost of the wire and of the
 * runner. A look-up finds eight bytes, everything else is done. */
#define _GNU_SOURCE
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define LOOKUP "{\"do\":\"lookup\""

static const char HELLO[] =
	"{\"protocol\":1,\"name\":\"at-once\",\"version\":\"1\",\"platform\":{\"page_size\":4096,"
	"\"possible_cpus\":[0,1],\"online_cpus\":[0,1],\"word_size\":8,\"byte_order\":\"little\","
	"\"kernel\":\"6.18\",\"memory\":8589934592},\"capabilities\":[]}";

static long id(const char *line)
{
	const char *at = strstr(line, "\"id\":");

	return at ? strtol(at + 5, NULL, 10) : 0;
}

/* One outcome for each command of a list. */
static void answer_list(const char *at)
{
	int depth = 0, many = 0;

	putchar_unlocked('[');
	for (; *at && depth >= 0; at++) {
		if (*at == '"') {
			at = strchr(at + 1, '"');
			if (!at)
				return;
		} else if (*at == ']' || *at == '}') {
			depth--;
		} else if (*at == '[') {
			depth++;
		} else if (*at == '{' && depth++ == 0) {
			if (many++)
				putchar_unlocked(',');
			fputs_unlocked(strncmp(at, LOOKUP, sizeof LOOKUP - 1) ? "{\"done\":true}"
										: "{\"value\":\"0102030405060708\"}",
				       stdout);
		}
	}
	putchar_unlocked(']');
}

static void answer(const char *line)
{
	const char *list = strstr(line, "\"params\":[");

	printf("{\"jsonrpc\":\"2.0\",\"id\":%ld,\"result\":", id(line));
	if (strstr(line, "\"method\":\"hello\""))
		fputs(HELLO, stdout);
	else if (list && list - line < 80)
		answer_list(list + 10);
	else
		fputs("{}", stdout);
	fputs("}\n", stdout);
	fflush(stdout);
}

int main(void)
{
	char *line = NULL;
	size_t room = 0;

	setvbuf(stdout, NULL, _IOFBF, 1 << 20);
	while (getline(&line, &room, stdin) > 0)
		answer(line);
	return 0;
}
