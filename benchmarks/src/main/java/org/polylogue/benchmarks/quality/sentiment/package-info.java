/** The tone of sentences and the tone towards mentions, scored and trained on public gold data. */
package org.polylogue.benchmarks.quality.sentiment;
