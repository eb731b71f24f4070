/** Fine-tuning of the encoder that the judges share. */
package org.polylogue.training.encoder;
