/* libxml2, and one search that its users need. Debian builds it with ICU, whose enumerations clash with Foundation's own copy
   as soon as one file sees both; without the macro the headers leave ICU out. */
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/SAX2.h>
#include <libxml/xmlerror.h>

/* Some of its complaints reach neither handler of structured errors and go to standard error. Its hook for them takes
   a variadic function, which Swift can't give it. */
static inline void clibxml_say_nothing(void *context, const char *message, ...) {
    (void)context;
    (void)message;
}

static inline void clibxml_silence(void) { xmlSetGenericErrorFunc(NULL, clibxml_say_nothing); }

/* Of GNU's own, which the Glibc module leaves out. */
extern void *memrchr(const void *bytes, int byte, size_t count);
