/**
 * A pretrained encoder that reads sentences and pairs of texts, and the judges on it. The encoder
 * is all-MiniLM-L6-v2 (six layers, 384 wide), fine-tuned for several judgements at once. Begin with
 * {@link org.polylogue.encoder.EncoderJudges}.
 */
package org.polylogue.encoder;
