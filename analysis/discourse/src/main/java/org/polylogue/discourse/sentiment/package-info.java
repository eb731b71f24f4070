/** The tone of sentences, the tone towards mentions, and whose voice it is in. */
package org.polylogue.discourse.sentiment;
