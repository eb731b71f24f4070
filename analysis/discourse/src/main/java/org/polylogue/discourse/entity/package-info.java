/** Who is meant: names, roles and pronouns of a conversation, and actors of a corpus. */
package org.polylogue.discourse.entity;
