/* libxml2, nothing else. Debian builds it with ICU, whose enumerations clash with Foundation's own copy
   as soon as one file sees both; without the macro the headers leave ICU out. */
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/SAX2.h>
#include <libxml/xmlerror.h>
