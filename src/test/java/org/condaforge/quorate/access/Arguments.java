package org.condaforge.quorate.access;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a method can be called with: known values by type, first constants of enums, and records made of such.
final class Arguments {

    private final Map<Class<?>, Object> known = new HashMap<>();
    private final Map<String, Object> special = new HashMap<>();

    /// Every parameter of that type becomes this value.
    <T> Arguments with(Class<T> type, T value) {
        known.put(type, value);
        return this;
    }

    /// The parameters of that type of one method, `Type.method`, become this value.
    Arguments with(String method, Class<?> type, Object value) {
        special.put(method + " " + type.getName(), value);
        return this;
    }

    /// Arguments for the method; empty where one cannot be thought of.
    Optional<Object[]> of(Method method) {
        String name = method.getDeclaringClass().getSimpleName() + "." + method.getName();
        List<Optional<Object>> values = Arrays.stream(method.getGenericParameterTypes())
                .map(type -> Optional.ofNullable(
                                special.get(name + " " + raw(type).getName()))
                        .or(() -> value(type)))
                .toList();
        return values.stream().anyMatch(Optional::isEmpty)
                ? Optional.empty()
                : Optional.of(values.stream().map(Optional::get).toArray());
    }

    private static Class<?> raw(Type type) {
        return type instanceof ParameterizedType parameterized
                ? (Class<?>) parameterized.getRawType()
                : type instanceof Class<?> plain ? plain : Object.class;
    }

    private Optional<Object> value(Type type) {
        Class<?> raw = raw(type);
        @Nullable Object value = known.get(raw);
        if (value != null) {
            return Optional.of(value);
        }
        if (raw == Optional.class) {
            return Optional.of(Optional.empty());
        }
        if (type instanceof ParameterizedType parameterized
                && Set.of(List.class, java.util.Collection.class).contains(raw)) {
            return Optional.of(value(parameterized.getActualTypeArguments()[0])
                    .map(List::of)
                    .orElse(List.of()));
        }
        if (raw.isEnum()) {
            return Optional.of(raw.getEnumConstants()[0]);
        }
        return raw.isRecord() ? made(raw) : Optional.empty();
    }

    private Optional<Object> made(Class<?> type) {
        List<Optional<Object>> parts = Arrays.stream(type.getRecordComponents())
                .map(part -> value(part.getGenericType()))
                .toList();
        if (parts.stream().anyMatch(Optional::isEmpty)) {
            return Optional.empty();
        }
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(Arrays.stream(type.getRecordComponents())
                    .map(RecordComponent::getType)
                    .toArray(Class<?>[]::new));
            return Optional.of(
                    constructor.newInstance(parts.stream().map(Optional::get).toArray()));
        } catch (ReflectiveOperationException e) {
            return Optional.empty();
        }
    }
}
