/* What the peers in C share: a plain one-thread reader, the command line, the clock, the memory, and
   the line of JSON. Include it once. */
#ifndef PEER_H
#define PEER_H

#include <ctype.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

/* Names to numbers in order of appearance: open addressing over slices of the file. */
typedef struct {
  const char** names;
  uint32_t* lengths;
  int64_t* slots; /* number + 1; 0: free */
  int64_t count, capacity;
} peer_names;

static uint64_t peer_hash(const char* text, size_t length) { /* FNV-1a */
  uint64_t hash = 14695981039346656037ULL;
  for (size_t i = 0; i < length; ++i) hash = (hash ^ (unsigned char)text[i]) * 1099511628211ULL;
  return hash;
}

static void peer_place(peer_names* names, int64_t number) {
  uint64_t at = peer_hash(names->names[number], names->lengths[number]);
  while (names->slots[at & (uint64_t)(names->capacity - 1)] != 0) ++at;
  names->slots[at & (uint64_t)(names->capacity - 1)] = number + 1;
}

static int64_t peer_number(peer_names* names, const char* text, size_t length) {
  if (2 * names->count >= names->capacity) {
    names->capacity = names->capacity == 0 ? 1024 : 2 * names->capacity;
    names->names = realloc(names->names, sizeof(char*) * (size_t)names->capacity);
    names->lengths = realloc(names->lengths, sizeof(uint32_t) * (size_t)names->capacity);
    free(names->slots);
    names->slots = calloc((size_t)names->capacity, sizeof(int64_t));
    for (int64_t i = 0; i < names->count; ++i) peer_place(names, i);
  }
  uint64_t at = peer_hash(text, length);
  for (;; ++at) {
    int64_t found = names->slots[at & (uint64_t)(names->capacity - 1)];
    if (found == 0) break;
    if (names->lengths[found - 1] == length && memcmp(names->names[found - 1], text, length) == 0)
      return found - 1;
  }
  names->names[names->count] = text;
  names->lengths[names->count] = (uint32_t)length;
  peer_place(names, names->count);
  return names->count++;
}

typedef struct {
  peer_names tasks, units;
  int64_t edges;
  int64_t* task; /* by edge */
  int64_t* unit;
  char* text; /* the mapped file; names point into it */
  size_t size;
} peer_data;

/* task,unit,role,order without quotes, as respnet generate writes it. */
static peer_data peer_read(const char* path) {
  peer_data data;
  memset(&data, 0, sizeof data);
  int file = open(path, O_RDONLY);
  struct stat status;
  if (file < 0 || fstat(file, &status) != 0) {
    fprintf(stderr, "%s cannot be read\n", path);
    exit(2);
  }
  data.size = (size_t)status.st_size;
  data.text = mmap(NULL, data.size, PROT_READ, MAP_PRIVATE, file, 0);
  close(file);
  const char *at = data.text, *end = data.text + data.size;
  int64_t room = 0;
  at = (const char*)memchr(at, '\n', data.size) + 1;
  while (at < end) {
    const char* comma = memchr(at, ',', (size_t)(end - at));
    const char* second = memchr(comma + 1, ',', (size_t)(end - comma - 1));
    int64_t unit = peer_number(&data.units, comma + 1, (size_t)(second - comma - 1));
    if (comma > at) {
      if (data.edges == room) {
        room = room == 0 ? 4096 : 2 * room;
        data.task = realloc(data.task, sizeof(int64_t) * (size_t)room);
        data.unit = realloc(data.unit, sizeof(int64_t) * (size_t)room);
      }
      data.task[data.edges] = peer_number(&data.tasks, at, (size_t)(comma - at));
      data.unit[data.edges++] = unit;
    }
    const char* line = memchr(second, '\n', (size_t)(end - second));
    at = line == NULL ? end : line + 1;
  }
  return data;
}

static void peer_free(peer_data* data) {
  peer_names* both[] = {&data->tasks, &data->units};
  for (int i = 0; i < 2; ++i) {
    free(both[i]->names);
    free(both[i]->lengths);
    free(both[i]->slots);
  }
  free(data->task);
  free(data->unit);
  munmap(data->text, data->size);
}

static double peer_memory_mb(const char* field) {
  FILE* status = fopen("/proc/self/status", "r");
  char line[256];
  double value = 0;
  while (fgets(line, sizeof line, status) != NULL)
    if (strncmp(line, field, strlen(field)) == 0) value = atof(line + strlen(field) + 1) / 1024;
  fclose(status);
  return value;
}

static double peer_clock(clockid_t which) {
  struct timespec now;
  clock_gettime(which, &now);
  return (double)now.tv_sec + 1e-9 * (double)now.tv_nsec;
}

static int peer_ascending(const void* a, const void* b) {
  double x = *(const double*)a, y = *(const double*)b;
  return (x > y) - (x < y);
}

/* Gini index of loads, which are sorted. */
static double peer_gini(double* loads, int64_t n) {
  double sum = 0, spread = 0;
  qsort(loads, (size_t)n, sizeof(double), peer_ascending);
  for (int64_t i = 0; i < n; ++i) {
    sum += loads[i];
    spread += (double)(2 * i - n + 1) * loads[i];
  }
  return spread / ((double)n * sum);
}

typedef struct {
  const char *kernel, *version;
  char path[4096];
  int threads;
  double budget;
} peer_options;

static peer_options peer_arguments(int argc, char** argv) {
  peer_options options = {"", "", "", 1, 60};
  for (int i = 1; i + 1 < argc; i += 2) {
    if (strcmp(argv[i], "--kernel") == 0) options.kernel = argv[i + 1];
    if (strcmp(argv[i], "--data") == 0) snprintf(options.path, 4096, "%s.csv", argv[i + 1]);
    if (strcmp(argv[i], "--threads") == 0) options.threads = atoi(argv[i + 1]);
    if (strcmp(argv[i], "--budget") == 0) options.budget = atof(argv[i + 1]);
  }
  return options;
}

/* Runs `call` up to three times; `check` writes the sums of the last answer, as JSON, and frees it. */
static int peer_measure(const peer_options* options, void (*call)(void),
                        void (*check)(char* text, size_t room)) {
  double seconds[3], cpu[3], spent = 0, base = peer_memory_mb("VmRSS"), peak = base;
  char text[512] = "";
  int runs = 0;
  FILE* refs = fopen("/proc/self/clear_refs", "w"); /* VmHWM begins anew */
  if (refs != NULL) {
    fputs("5", refs);
    fclose(refs);
  }
  while (runs < 3 && (runs == 0 || spent < options->budget)) {
    double processor = peer_clock(CLOCK_PROCESS_CPUTIME_ID), begun = peer_clock(CLOCK_MONOTONIC);
    call();
    seconds[runs] = peer_clock(CLOCK_MONOTONIC) - begun;
    cpu[runs] = peer_clock(CLOCK_PROCESS_CPUTIME_ID) - processor;
    spent += seconds[runs++];
    double now = peer_memory_mb("VmHWM");
    peak = now > peak ? now : peak;
    check(text, sizeof text);
  }
  int median = 0;
  for (int i = 0; i < runs; ++i) {
    int below = 0;
    for (int j = 0; j < runs; ++j)
      below += seconds[j] < seconds[i] || (seconds[j] == seconds[i] && j < i);
    if (below == (runs - 1) / 2) median = i;
  }
  printf("{\"seconds\": %.9f, \"cpu\": %.9f, \"times\": [", seconds[median], cpu[median]);
  for (int i = 0; i < runs; ++i) printf("%s%.9f", i == 0 ? "" : ", ", seconds[i]);
  printf("], \"base_mb\": %.3f, \"peak_mb\": %.3f, \"check\": {%s}, \"version\": \"%s\"}\n", base,
         peak, text, options->version);
  return 0;
}

#endif
