/** Who is meant in a conversation: names, descriptions and pronouns. */
package org.polylogue.discourse.entity;
