/** Named entities, on corpora of the CoNLL format. */
package org.polylogue.benchmarks.quality.entity;
