# cmake -D style=page.css -D script=page.js|"" -D output=page_assets.cpp -P embed.cmake
#
# Writes both files as C++ text. What would end the element they stand in is refused.

function(read_asset file result)
  set(text "")
  if(file)
    file(READ "${file}" text)
    foreach(end "</script" "</style" "<!--" ")respnet\"")
      string(FIND "${text}" "${end}" place)
      if(NOT place EQUAL -1)
        message(FATAL_ERROR "${file} holds ${end}, which would end the element it stands in")
      endif()
    endforeach()
  endif()
  set(${result} "${text}" PARENT_SCOPE)
endfunction()

read_asset("${style}" style_text)
read_asset("${script}" script_text)
file(WRITE "${output}" "// Made by viz/web/embed.cmake.
#include \"report/page_parts.hpp\"

namespace respnet::report {

std::string_view page_style() {
  return R\"respnet(${style_text})respnet\";
}

std::string_view page_script() {
  return R\"respnet(${script_text})respnet\";
}

}  // namespace respnet::report
")
