/* What Linux's C library has for GNU programs alone, which the Glibc module leaves out. */
extern int syncfs(int descriptor);
