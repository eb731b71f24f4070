/** Corpus folders of ConvoKit (Chang et al. 2020). */
package org.polylogue.corpus.convokit;
