/**
 * Corpus folders of ConvoKit (Chang et al. 2020). Begin with {@link
 * org.polylogue.corpus.convokit.ConvokitFormat}.
 */
package org.polylogue.corpus.convokit;
