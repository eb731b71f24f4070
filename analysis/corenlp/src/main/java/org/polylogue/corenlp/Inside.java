package org.polylogue.corenlp;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Method;

/**
 * What an object of CoreNLP holds, where it has no public way to be asked. Used when models are
 * taken over, never while a text is read.
 */
record Inside(Object object) {

  Inside at(String field) {
    return new Inside(value(field));
  }

  int number(String field) {
    return this.<Integer>value(field);
  }

  Inside[] all(String field) {
    Object array = value(field);
    Inside[] all = new Inside[Array.getLength(array)];
    for (int i = 0; i < all.length; i++) {
      all[i] = new Inside(Array.get(array, i));
    }
    return all;
  }

  /** The value of a field; the caller knows its type. */
  @SuppressWarnings("unchecked")
  <T> T value(String name) {
    for (Class<?> type = object.getClass(); type != null; type = type.getSuperclass()) {
      for (Field field : type.getDeclaredFields()) {
        if (field.getName().equals(name)) {
          try {
            field.setAccessible(true);
            return (T) field.get(object);
          } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
          }
        }
      }
    }
    throw new IllegalStateException("CoreNLP's " + object.getClass() + " has no " + name);
  }

  Object call(String name, Object... arguments) {
    for (Class<?> type = object.getClass(); type != null; type = type.getSuperclass()) {
      for (Method method : type.getDeclaredMethods()) {
        if (method.getName().equals(name) && method.getParameterCount() == arguments.length) {
          try {
            method.setAccessible(true);
            return method.invoke(object, arguments);
          } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
          }
        }
      }
    }
    throw new IllegalStateException("CoreNLP's " + object.getClass() + " has no " + name + "()");
  }
}
