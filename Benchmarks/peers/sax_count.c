/* Counts the lines and the characters of an invoice file with bare libxml2 SAX2 calls: sax_count FILE */
#include <fcntl.h>
#include <libxml/parser.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static long lines, characters;

static void start(void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri, int namespaces,
                  const xmlChar **names, int attributes, int defaulted, const xmlChar **values) {
    if (!strcmp((const char *)name, "Line")) lines++;
}

static void text(void *context, const xmlChar *bytes, int count) { characters += count; }

int main(int count, char **arguments) {
    static char piece[1 << 16];
    xmlSAXHandler handler = {.initialized = XML_SAX2_MAGIC, .startElementNs = start, .characters = text};
    int file = count == 2 ? open(arguments[1], O_RDONLY) : -1;
    if (file < 0) return 2;
    xmlParserCtxtPtr parser = xmlCreatePushParserCtxt(&handler, NULL, NULL, 0, arguments[1]);
    xmlCtxtUseOptions(parser, XML_PARSE_NONET);
    ssize_t length;
    while ((length = read(file, piece, sizeof piece)) > 0)
        if (xmlParseChunk(parser, piece, (int)length, 0)) return 1;
    int failure = xmlParseChunk(parser, piece, 0, 1);
    xmlFreeParserCtxt(parser);
    printf("%ld lines, %ld characters\n", lines, characters);
    return failure != 0;
}
