/** Makes the model of names in posts. */
package org.polylogue.discourse.entity.post;
