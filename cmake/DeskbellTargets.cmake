# SPDX-License-Identifier: GPL-3.0-or-later
# What every target of the project has in common, in one place.

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/bin")
if(NOT CMAKE_BUILD_TYPE)
    set(CMAKE_BUILD_TYPE RelWithDebInfo)
endif()

find_program(DESKBELL_CCACHE ccache)
if(DESKBELL_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
    set(CMAKE_CXX_COMPILER_LAUNCHER "${DESKBELL_CCACHE}")
endif()
find_program(DESKBELL_MOLD mold)
if(DESKBELL_MOLD)
    add_link_options(-fuse-ld=mold)
endif()

# Two hundred programs with all of a sanitized floor in each would take 40 GB.
set(DESKBELL_LIBRARY STATIC)
if(DESKBELL_SHARED)
    set(DESKBELL_LIBRARY SHARED)
endif()

if(DESKBELL_SANITIZE)
    add_compile_options(-fsanitize=${DESKBELL_SANITIZE} -fno-omit-frame-pointer
                        -fno-sanitize-recover=all)
    add_link_options(-fsanitize=${DESKBELL_SANITIZE})
endif()

# deskbell_target(NAME [PCH HEADER...]): warnings, definitions and include root of the house.
function(deskbell_target name)
    cmake_parse_arguments(ARG "" "" "PCH" ${ARGN})
    target_include_directories(${name} PUBLIC "${PROJECT_SOURCE_DIR}")
    target_compile_options(${name} PRIVATE
        -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual
        -Wimplicit-fallthrough
        # A designated initialiser names what it sets; the rest keeps its default on purpose.
        -Wno-missing-field-initializers $<$<BOOL:${DESKBELL_WERROR}>:-Werror>)
    target_compile_definitions(${name} PRIVATE
        QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_CAST_FROM_BYTEARRAY
        QT_NO_URL_CAST_FROM_STRING QT_NO_FOREACH QT_NO_KEYWORDS
        QT_DISABLE_DEPRECATED_BEFORE=0x060400 DESKBELL_VERSION="${PROJECT_VERSION}")
    if(DESKBELL_UNITY)
        deskbell_unity(${name})
    endif()
    if(ARG_PCH AND DESKBELL_PCH)
        target_precompile_headers(${name} PRIVATE ${ARG_PCH})
        # ccache needs this to see through a precompiled header.
        target_compile_options(${name} PRIVATE $<$<CXX_COMPILER_ID:GNU>:-fpch-preprocess>)
    endif()
endfunction()

# One translation unit per folder: Qt's headers are read once a folder rather than once a file. Names
# in anonymous namespaces must therefore differ within a folder.
function(deskbell_unity name)
    get_target_property(type ${name} TYPE)
    if(NOT type MATCHES "^(STATIC|SHARED)_LIBRARY$")
        return()
    endif()
    get_target_property(sources ${name} SOURCES)
    foreach(path IN LISTS sources)
        if(path MATCHES "\\.cpp$")
            cmake_path(GET path PARENT_PATH folder)
            cmake_path(RELATIVE_PATH folder BASE_DIRECTORY "${PROJECT_SOURCE_DIR}")
            string(REPLACE "/" "_" group "${folder}")
            set_source_files_properties("${path}" PROPERTIES UNITY_GROUP "${group}")
        endif()
    endforeach()
    set_target_properties(${name} PROPERTIES UNITY_BUILD ON UNITY_BUILD_MODE GROUP)
endfunction()

# deskbell_sources(VAR): the .h and .cpp files below this folder. The folder is the list: a file
# that is there is built; CONFIGURE_DEPENDS notices a new one.
function(deskbell_sources var)
    file(GLOB_RECURSE found CONFIGURE_DEPENDS "${CMAKE_CURRENT_SOURCE_DIR}/*.h"
         "${CMAKE_CURRENT_SOURCE_DIR}/*.cpp")
    list(FILTER found EXCLUDE REGEX "/main\\.cpp$")
    set(${var} ${found} PARENT_SCOPE)
endfunction()
